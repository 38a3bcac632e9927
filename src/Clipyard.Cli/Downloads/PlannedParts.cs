using Clipyard.Downloads;
using Clipyard.Videos;

namespace Clipyard.Cli.Downloads;

/// <summary>The files that a download would make, as far as that is known before it.</summary>
internal static class PlannedParts
{
    public static IEnumerable<MediaPart> Of(VideoInfo video, QualityChoice quality)
    {
        if (quality is QualityChoice.Audio)
        {
            return [new MediaPart(video, MediaPartKind.Audio, 1, "m4a")];
        }

        return video.Kind is PostKind.Photo
            ? video.Images.Select((_, i) => new MediaPart(video, MediaPartKind.Image, i + 1, "jpg"))
            : [new MediaPart(video, MediaPartKind.Video, 1, "mp4")];
    }
}
