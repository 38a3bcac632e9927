using Clipyard.Failures;

namespace Clipyard.YtDlp;

/// <summary>A copy of the cookies file in a folder that only we can open: yt-dlp writes to the file it is given.</summary>
internal sealed class CookiesCopy : IDisposable
{
    private readonly DirectoryInfo _folder;

    private CookiesCopy(DirectoryInfo folder)
    {
        _folder = folder;
        Path = System.IO.Path.Combine(folder.FullName, "cookies.txt");
    }

    public string Path { get; }

    /// <exception cref="ClipyardException"><c>invalid_parameter</c>: the file cannot be read any more.</exception>
    public static CookiesCopy Of(string file)
    {
        var copy = new CookiesCopy(Directory.CreateTempSubdirectory("clipyard-"));
        try
        {
            File.WriteAllBytes(copy.Path, File.ReadAllBytes(file));
            return copy;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            copy.Dispose();
            throw new ClipyardException(
                FailureCatalogue.InvalidParameter,
                $"The cookies file '{file}' cannot be read.",
                error
            );
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
