namespace Clipyard.Sandbox.Media;

/// <summary>The files of one post, in the order of its record.</summary>
internal sealed record PostFiles
{
    public required IReadOnlyList<MediaAsset> Renditions { get; init; }

    /// <summary>The base stream with a mark, offered as <c>downloadAddr</c>.</summary>
    public MediaAsset? Download { get; init; }

    public required IReadOnlyList<MediaAsset> Images { get; init; }

    /// <summary>The WebP variants, by the index of their image.</summary>
    public required IReadOnlyDictionary<int, MediaAsset> WebpImages { get; init; }

    public MediaAsset? Cover { get; init; }

    public MediaAsset? Sound { get; init; }

    public required IReadOnlyList<MediaAsset> Subtitles { get; init; }

    public IEnumerable<MediaAsset> All =>
        [
            .. Renditions,
            .. Images,
            .. WebpImages.Values,
            .. Subtitles,
            .. new[] { Download, Cover, Sound }.OfType<MediaAsset>(),
        ];
}
