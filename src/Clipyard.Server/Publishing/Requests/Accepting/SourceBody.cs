using System.ComponentModel;

namespace Clipyard.Server.Publishing.Requests.Accepting;

/// <summary>Where the files come from: exactly one member.</summary>
internal sealed record SourceBody
{
    [Description("A clip of the archive, by TikTok's id of the video.")]
    public string? ClipId { get; init; }

    [Description("A complete upload.")]
    public string? UploadId { get; init; }

    [Description("The https address of a video, fetched once.")]
    public string? Url { get; init; }

    [Description("https addresses of 1 to 35 pictures, JPEG or WebP, each fetched once.")]
    public IReadOnlyList<string?>? Images { get; init; }
}
