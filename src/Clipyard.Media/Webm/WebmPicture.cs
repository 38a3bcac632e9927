namespace Clipyard.Media.Webm;

/// <summary>The size of a track's pictures: as stored, and how they are to be shown.</summary>
internal sealed record WebmPicture
{
    private const int Pixels = 0;
    private const int Shape = 3;

    public int Width { get; init; }

    public int Height { get; init; }

    /// <summary>Pixels that are not shown, on both sides together.</summary>
    public int CroppedWidth { get; init; }

    public int CroppedHeight { get; init; }

    public int DisplayWidth { get; init; }

    public int DisplayHeight { get; init; }

    /// <summary>What the display size is counted in: pixels, centimetres, inches, a mere shape, unknown.</summary>
    public int DisplayUnit { get; init; }

    /// <summary>Degrees counterclockwise, as the projection's roll states it.</summary>
    public double Roll { get; init; }

    /// <summary>Clockwise, in degrees: 0, 90, 180, 270. Other rolls count as 0.</summary>
    public int Rotation =>
        Roll switch
        {
            -90 or 270 => 90,
            180 or -180 => 180,
            90 or -270 => 270,
            _ => 0,
        };

    /// <summary>The size as shown, in pixels, after cropping, stretching and rotation.</summary>
    public (int Width, int Height) Shown
    {
        get
        {
            var width = Math.Max(0, Width - CroppedWidth);
            var height = Math.Max(0, Height - CroppedHeight);
            if (DisplayWidth > 0 && DisplayHeight > 0 && DisplayUnit is Pixels or Shape)
            {
                (width, height) =
                    DisplayUnit == Pixels
                        ? (DisplayWidth, DisplayHeight)
                        : (
                            (int)Math.Min(int.MaxValue, Math.Round((double)height * DisplayWidth / DisplayHeight)),
                            height
                        );
            }

            return Rotation is 90 or 270 ? (height, width) : (width, height);
        }
    }
}
