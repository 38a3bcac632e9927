using Clipyard.Failures;

namespace Clipyard.Media.Ffmpeg;

/// <summary>How a repair fails, in the words of the catalogue.</summary>
internal static class RepairFailures
{
    public static ClipyardException Missing() =>
        new(FailureCatalogue.UnsupportedMedia, "It could be repaired, but ffmpeg is not installed here.")
        {
            Remedies =
            [
                "Install ffmpeg where Clipyard runs, for example: apt-get install ffmpeg",
                FailureCatalogue.UnsupportedMedia.Remedy,
            ],
        };

    public static ClipyardException TooSlow(TimeSpan limit) =>
        new(FailureCatalogue.UnsupportedMedia, $"Its repair did not end within {limit}.")
        {
            Remedies = ["Repair it on a faster machine, or raise the limit.", FailureCatalogue.UnsupportedMedia.Remedy],
        };

    /// <summary>ffmpeg gave up. Its last words are passed on, without the names of our files.</summary>
    public static ClipyardException Ended(int exitCode, string complaints, string source, string destination)
    {
        var words = complaints
            .Replace(Path.GetFullPath(destination), "RESULT", StringComparison.Ordinal)
            .Replace(Path.GetFullPath(source), "SOURCE", StringComparison.Ordinal)
            .Trim();

        return complaints.Contains("No space left on device", StringComparison.Ordinal)
            ? new ClipyardException(FailureCatalogue.StorageFull, "A repair needs room for a second file.")
            : new ClipyardException(
                FailureCatalogue.UnsupportedMedia,
                $"ffmpeg could not repair it (exit code {exitCode}): {words}"
            );
    }

    public static ClipyardException Unlike(string actual, string expected) =>
        new(FailureCatalogue.UnsupportedMedia, $"Repaired it has {actual} instead of {expected}, so it was not kept.");
}
