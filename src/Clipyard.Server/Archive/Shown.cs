namespace Clipyard.Server.Archive;

/// <summary>Callers' own text inside our sentences: printable and short.</summary>
internal static class Shown
{
    private const int LongestText = 60;

    public static string Short(string text)
    {
        var printable = string.Concat(text.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c));
        return printable.Length <= LongestText ? printable : printable[..LongestText] + "…";
    }
}
