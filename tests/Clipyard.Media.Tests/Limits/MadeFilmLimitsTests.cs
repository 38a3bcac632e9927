using Clipyard.Media.Limits;
using Clipyard.Media.Probing;
using Clipyard.Media.Tests.Ffmpeg;

namespace Clipyard.Media.Tests.Limits;

/// <summary>The limits, on films of real encoders.</summary>
public sealed class MadeFilmLimitsTests(MadeMedia media)
{
    [Theory]
    [InlineData("good.mp4")]
    [InlineData("good.mov")]
    [InlineData("vp8.webm")]
    [InlineData("vp9-film-rate.webm")]
    [InlineData("piped.webm")]
    [InlineData("fragments.mp4")]
    [InlineData("h265.mp4")]
    public async Task A_good_film_is_accepted(string file) => (await FindAsync(file)).ShouldBeEmpty();

    [Theory]
    [InlineData("av1.webm", VideoLimit.Codec, "av1")]
    [InlineData("mpeg4.mp4", VideoLimit.Codec, "mpeg4")]
    [InlineData("h264.mkv", VideoLimit.Container, "Matroska")]
    [InlineData("fast.mp4", VideoLimit.FrameRate, "120 fps")]
    [InlineData("slow.mp4", VideoLimit.FrameRate, "10 fps")]
    [InlineData("small.mp4", VideoLimit.PictureSize, "200x300")]
    [InlineData("huge.webm", VideoLimit.PictureSize, "4400x480")]
    public async Task A_film_outside_is_refused_by_name_and_figure(string file, VideoLimit limit, string measured)
    {
        var finding = (await FindAsync(file)).ShouldHaveSingleItem();

        (finding.Limit, finding.Measured).ShouldBe((limit, measured));
        finding.CanBeRepaired.ShouldBeTrue();
    }

    [Fact]
    public async Task Eleven_minutes_less_a_little_are_too_long() =>
        (await FindAsync("long.mp4"))
            .Select(finding => (finding.Limit, finding.Measured))
            .ShouldBe([(VideoLimit.Duration, "10:01 min"), (VideoLimit.FrameRate, "1 fps")]);

    private async Task<IReadOnlyList<LimitFinding>> FindAsync(string file)
    {
        var report = await MediaProbe.ReadFileAsync(await media.FileAsync(file), TestContext.Current.CancellationToken);
        return VideoLimits.TikTok.Check(report).Findings;
    }
}
