namespace Clipyard.Media.Ffmpeg;

/// <summary>How pictures get a size that everybody can play: aspect kept, sides even, bars only where nothing else helps.</summary>
/// <param name="Width">Of the picture, in pixels.</param>
/// <param name="Height">Of the picture, in pixels.</param>
/// <param name="FrameWidth">With the bars beside it, in pixels.</param>
/// <param name="FrameHeight">With the bars above and below it, in pixels.</param>
internal sealed record PictureFit(int Width, int Height, int FrameWidth, int FrameHeight)
{
    private const int LongSide = 1920;
    private const int ShortSide = 1080;
    private const int Least = Limits.VideoLimits.ShortestSide;

    /// <summary>Whether bars are needed: the picture is so narrow that no scaling makes both sides fit.</summary>
    public bool IsPadded => (FrameWidth, FrameHeight) != (Width, Height);

    /// <summary>Finds the size for pictures that are shown in this one.</summary>
    public static PictureFit For(int width, int height)
    {
        var (boxWidth, boxHeight) = width > height ? (LongSide, ShortSide) : (ShortSide, LongSide);
        var most = Math.Min((double)boxWidth / width, (double)boxHeight / height);
        var least = (double)Least / Math.Min(width, height);
        var scale = Math.Min(most, Math.Max(1, least));

        var (fittedWidth, fittedHeight) = (Even(width * scale), Even(height * scale));
        return new PictureFit(fittedWidth, fittedHeight, Math.Max(fittedWidth, Least), Math.Max(fittedHeight, Least));
    }

    // 4:2:0 stores one colour for two by two pixels.
    private static int Even(double side) => Math.Max(2, 2 * (int)Math.Round(side / 2));
}
