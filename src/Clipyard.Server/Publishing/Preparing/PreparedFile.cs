using Clipyard.Server.Publishing.Posts;

namespace Clipyard.Server.Publishing.Preparing;

/// <summary>A staged file, as a post's log keeps it.</summary>
internal sealed record PreparedFile(
    long Bytes,
    string Sha256,
    string ContentType,
    int? Width,
    int? Height,
    long? DurationMs,
    double? FrameRate,
    string? VideoCodec
)
{
    public static PreparedFile Of(PostFile file) =>
        new(
            file.Bytes,
            file.Sha256,
            file.ContentType,
            file.Width,
            file.Height,
            file.DurationMs,
            file.FrameRate,
            file.VideoCodec
        );
}
