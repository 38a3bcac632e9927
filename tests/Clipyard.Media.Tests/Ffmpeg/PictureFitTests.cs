using Clipyard.Media.Ffmpeg;

namespace Clipyard.Media.Tests.Ffmpeg;

public sealed class PictureFitTests
{
    [Theory]
    // Fits as it is.
    [InlineData(1080, 1920, 1080, 1920)]
    [InlineData(1920, 1080, 1920, 1080)]
    [InlineData(540, 960, 540, 960)]
    [InlineData(360, 360, 360, 360)]
    // Too large: into the box of its own orientation.
    [InlineData(2160, 3840, 1080, 1920)]
    [InlineData(4096, 2160, 1920, 1012)]
    [InlineData(2000, 2000, 1080, 1080)]
    [InlineData(1440, 1920, 1080, 1440)]
    // Too small: up to the shortest side.
    [InlineData(200, 300, 360, 540)]
    [InlineData(300, 200, 540, 360)]
    [InlineData(2, 2, 360, 360)]
    // Odd sides.
    [InlineData(401, 713, 400, 712)]
    [InlineData(361, 641, 360, 640)]
    public void A_picture_is_scaled_and_keeps_its_shape(int width, int height, int fittedWidth, int fittedHeight)
    {
        var fit = PictureFit.For(width, height);

        (fit.Width, fit.Height).ShouldBe((fittedWidth, fittedHeight));
        fit.IsPadded.ShouldBeFalse();
    }

    [Theory]
    [InlineData(300, 4000, 144, 1920, 360, 1920)]
    [InlineData(4000, 300, 1920, 144, 1920, 360)]
    [InlineData(4096, 1, 1920, 2, 1920, 360)]
    public void What_is_too_narrow_to_be_scaled_gets_bars(
        int width,
        int height,
        int fittedWidth,
        int fittedHeight,
        int frameWidth,
        int frameHeight
    ) => PictureFit.For(width, height).ShouldBe(new PictureFit(fittedWidth, fittedHeight, frameWidth, frameHeight));

    [Fact]
    public void Every_size_ends_within_the_limits()
    {
        var random = new Random(1);
        for (var i = 0; i < 100_000; i++)
        {
            var (width, height) = (random.Next(1, 9000), random.Next(1, 9000));

            var fit = PictureFit.For(width, height);

            if (!IsGood(fit))
            {
                Assert.Fail($"{width}x{height} became {fit}");
            }
        }
    }

    private static bool IsGood(PictureFit fit) =>
        fit is { FrameWidth: >= 360 and <= 1920, FrameHeight: >= 360 and <= 1920 }
        && Math.Min(fit.FrameWidth, fit.FrameHeight) <= 1080
        && (fit.Width % 2, fit.Height % 2, fit.FrameWidth % 2, fit.FrameHeight % 2) == (0, 0, 0, 0)
        && fit.Width <= fit.FrameWidth
        && fit.Height <= fit.FrameHeight;
}
