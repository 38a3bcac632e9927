namespace Clipyard.YtDlp;

/// <summary>One entry of <c>thumbnails</c>.</summary>
internal sealed record YtDlpThumbnail
{
    public string? Url { get; init; }
}
