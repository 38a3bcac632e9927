namespace Clipyard.Videos;

/// <summary>The order in which <see cref="VideoInfo.Renditions"/> stand.</summary>
internal static class RenditionOrder
{
    /// <summary>
    /// Playable and clean ones first; then by resolution; of equals H.264, which plays everywhere; then by bitrate.
    /// </summary>
    /// <remarks>Bitrates are not compared across resolutions: TikTok's 1080p H.265 may have less than its 540p.</remarks>
    public static IReadOnlyList<Rendition> BestFirst(IEnumerable<Rendition> renditions) =>
        [
            .. renditions
                .OrderBy(rendition => rendition.Codec == VideoCodec.ByteVc2)
                .ThenBy(rendition => rendition.HasWatermark)
                .ThenByDescending(rendition => rendition.HasAudio)
                .ThenByDescending(rendition => rendition.ShortSidePixels ?? 0)
                .ThenByDescending(rendition => rendition.Codec == VideoCodec.H264)
                .ThenByDescending(rendition => rendition.BitsPerSecond ?? 0),
        ];
}
