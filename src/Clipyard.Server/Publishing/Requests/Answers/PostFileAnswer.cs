using Clipyard.Server.Publishing.Posts;

namespace Clipyard.Server.Publishing.Requests.Answers;

/// <summary>A file that is sent.</summary>
internal sealed record PostFileAnswer(
    string Sha256,
    long SizeBytes,
    string ContentType,
    int? Width,
    int? Height,
    long? DurationMs,
    double? FrameRate,
    string? VideoCodec
)
{
    public static PostFileAnswer Of(PostFile file) =>
        new(
            file.Sha256,
            file.Bytes,
            file.ContentType,
            file.Width,
            file.Height,
            file.DurationMs,
            file.FrameRate,
            file.VideoCodec
        );
}
