namespace Clipyard.Server.Pages;

/// <summary>How a file of the pages lies ready.</summary>
/// <param name="Name">The content coding, as HTTP names it; empty for none.</param>
/// <param name="Suffix">What the file's name ends in.</param>
internal sealed record PageEncoding(string Name, string Suffix)
{
    public static readonly PageEncoding Brotli = new("br", ".br");
    public static readonly PageEncoding Gzip = new("gzip", ".gz");
    public static readonly PageEncoding None = new("", "");

    /// <summary>The one that a stored file's name tells.</summary>
    public static PageEncoding OfFile(string name)
    {
        if (name.EndsWith(Brotli.Suffix, StringComparison.Ordinal))
        {
            return Brotli;
        }

        return name.EndsWith(Gzip.Suffix, StringComparison.Ordinal) ? Gzip : None;
    }
}
