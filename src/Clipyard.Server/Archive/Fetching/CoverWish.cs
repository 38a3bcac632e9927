using Clipyard.Downloads;
using Clipyard.Videos;

namespace Clipyard.Server.Archive.Fetching;

/// <summary>Asks for a post's cover, too. Pictures need none: the first of them is as good.</summary>
internal static class CoverWish
{
    // The same picture in other sizes: whoever refuses two refuses them all, and each refusal costs its retries.
    private const int AddressesTried = 2;

    public static VideoInfo Of(VideoInfo video) => video with { Covers = [.. video.Covers.Take(AddressesTried)] };

    public static DownloadOptions Of(VideoInfo video, DownloadOptions options) =>
        options with
        {
            Cover = video.Kind != PostKind.Photo || options.Quality == QualityChoice.Audio,
        };

    /// <summary>Why there is none, as far as one was announced; null when there is nothing to say.</summary>
    public static string? NoteOf(DownloadResult result) =>
        result.Missing.FirstOrDefault(missing => missing.Part.Kind == MediaPartKind.Cover) is { } missing
            ? $"It is kept without its cover ({missing.Error.Code}): {missing.Error.Message}"
            : null;
}
