using Clipyard.Media.Probing;
using Clipyard.Testing.Media;

namespace Clipyard.Media.Tests.Probing;

public sealed class ClipTests
{
    [Theory]
    [InlineData("tide.mp4", "h264", 576, 1024, 30, 6000, true)]
    [InlineData("aurora.mp4", "h264", 576, 1024, 30, 5000, true)]
    [InlineData("lava.mp4", "h264", 480, 854, 25, 7000, true)]
    [InlineData("drift.mp4", "h264", 576, 576, 25, 5000, true)]
    [InlineData("dunes.mp4", "h264", 1024, 576, 30, 6000, true)]
    [InlineData("petals.mp4", "h264", 576, 1024, 25, 6000, false)]
    [InlineData("tide-1080-hevc.mp4", "h265", 1080, 1920, 30, 6000, true)]
    public void A_clip_is_described_as_it_was_made(
        string file,
        string codec,
        int width,
        int height,
        double rate,
        int milliseconds,
        bool isFaststart
    )
    {
        var bytes = Clip.Bytes(file);

        var report = Inspection.Of(bytes);

        report.Verdict.ShouldBe(StructureVerdict.Whole);
        var info = report.Info.ShouldNotBeNull();
        info.Container.ShouldBe(MediaContainer.Mp4);
        info.Duration.ShouldBe(TimeSpan.FromMilliseconds(milliseconds));
        info.IsFaststart.ShouldBe(isFaststart);
        info.IsFragmented.ShouldBeFalse();
        info.SizeBytes.ShouldBe(bytes.Length);

        var video = info.Video.ShouldNotBeNull();
        video.Codec.ShouldBe(codec);
        (video.Width, video.Height).ShouldBe((width, height));
        (video.DisplayWidth, video.DisplayHeight).ShouldBe((width, height));
        video.FrameRate.ShouldNotBeNull().ShouldBe(rate, tolerance: 0.001);
        video.IsConstantRate.ShouldBe(true);
        video.SampleCount.ShouldBe((long)(rate * milliseconds / 1000));
        video.Bitrate.ShouldNotBeNull().ShouldBeInRange(10_000, 1_000_000);

        var audio = info.Audio.ShouldNotBeNull();
        audio.Codec.ShouldBe("aac");
        (audio.Channels, audio.SampleRate).ShouldBe((2, 44100));
    }

    [Fact]
    public void A_clip_without_sound_has_no_audio_track() =>
        Inspection.Of(Clip.Bytes("ripples-hevc-silent.mp4")).Info.ShouldNotBeNull().Audio.ShouldBeNull();

    [Theory]
    [InlineData("tide.mp4")]
    [InlineData("petals.mp4")]
    [InlineData("aurora-1080-hevc.mp4")]
    public async Task Seeking_finds_the_same_as_watching_it_pass(string file)
    {
        var bytes = Clip.Bytes(file);
        using var stream = new CountingStream(bytes);

        var report = await MediaProbe.ReadAsync(stream, TestContext.Current.CancellationToken);

        Inspection.Describe(report).ShouldBe(Inspection.Describe(Inspection.Of(bytes)));
        stream.BytesRead.ShouldBeLessThan(64 * 1024);
    }

    [Fact]
    public void What_is_in_a_faststart_file_is_known_before_its_media_arrives()
    {
        var bytes = Clip.Bytes("tide.mp4");
        var inspector = new Mp4Inspector();

        inspector.Append(bytes.AsSpan(0, 16 * 1024));

        inspector.Info.ShouldNotBeNull().Video.ShouldNotBeNull().Height.ShouldBe(1024);
        inspector.Info!.SizeBytes.ShouldBeNull();
    }

    [Theory]
    [InlineData("tide.mp4")]
    [InlineData("petals.mp4")]
    public void A_clip_cut_anywhere_is_incomplete(string file)
    {
        var bytes = Clip.Bytes(file);

        for (var cut = 1; cut < bytes.Length; cut += 997)
        {
            var verdict = Inspection.Of(bytes[..cut]).Verdict;

            verdict.State.ShouldBe(StructureState.Incomplete, $"cut at {cut}: {verdict.Problem}");
            verdict.Offset.ShouldBe(cut);
        }
    }
}
