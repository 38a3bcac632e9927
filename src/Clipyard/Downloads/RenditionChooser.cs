using Clipyard.Videos;

namespace Clipyard.Downloads;

/// <summary>Puts renditions into the order in which a download tries them.</summary>
internal static class RenditionChooser
{
    /// <summary>Chooses.</summary>
    /// <param name="renditions">What the post offers.</param>
    /// <param name="choice">What is wished for.</param>
    /// <returns>Candidates, the wished-for first; how many of them meet the wish, from the front.</returns>
    public static (IReadOnlyList<Rendition> Candidates, int Fitting) Order(
        IEnumerable<Rendition> renditions,
        QualityChoice choice
    )
    {
        // Video-only renditions are left out: their sound would have to be joined, which we do not do.
        var usable = RenditionOrder.BestFirst(
            renditions.Where(rendition =>
                rendition is { Codec: not VideoCodec.ByteVc2, HasAudio: true, Urls.Count: > 0 }
            )
        );
        var clean = usable.Where(rendition => !rendition.HasWatermark).ToList();

        IEnumerable<Rendition> fitting = choice switch
        {
            QualityChoice.Best => clean,
            QualityChoice.Hd => UpTo(clean, 1080),
            QualityChoice.Sd => UpTo(clean, 720),
            QualityChoice.Ld => UpTo(clean, 480),
            QualityChoice.Mobile => UpTo(clean, 360),
            QualityChoice.Worst => SmallestFirst(clean),
            _ => clean.Where(rendition => rendition.Codec is VideoCodec.H264 or VideoCodec.Unknown),
        };
        var first = fitting.ToList();

        // What does not meet the wish comes after it: the smallest first where the wish was for something small.
        var rest = usable.Except(first, ReferenceEqualityComparer.Instance).Cast<Rendition>();
        var others = choice is QualityChoice.Sd or QualityChoice.Ld or QualityChoice.Mobile or QualityChoice.Hd
            ? SmallestFirst(rest)
            : rest;
        return ([.. first, .. others], first.Count);
    }

    private static IEnumerable<Rendition> UpTo(IEnumerable<Rendition> renditions, int shortSidePixels) =>
        renditions.Where(rendition => rendition.ShortSidePixels <= shortSidePixels);

    private static IEnumerable<Rendition> SmallestFirst(IEnumerable<Rendition> renditions) =>
        renditions
            .OrderBy(rendition => rendition.HasWatermark)
            .ThenBy(rendition => rendition.ShortSidePixels ?? int.MaxValue)
            .ThenByDescending(rendition => rendition.Codec == VideoCodec.H264)
            .ThenBy(rendition => rendition.BitsPerSecond ?? long.MaxValue);
}
