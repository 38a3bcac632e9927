using System.Globalization;
using Clipyard.Media.Probing;
using Clipyard.Media.Tests.Probing;

namespace Clipyard.Media.Tests.Ffmpeg;

/// <summary>Films of real encoders; ffprobe judges what we read from them.</summary>
public sealed class MadeMediaTests(MadeMedia media)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("vp9.webm", MediaContainer.WebM, "vp9", "opus", 30)]
    [InlineData("vp9-film-rate.webm", MediaContainer.WebM, "vp9", "opus", 23.976)]
    [InlineData("vp8.webm", MediaContainer.WebM, "vp8", "vorbis", 25)]
    [InlineData("vp8-hidden.webm", MediaContainer.WebM, "vp8", null, 30)]
    [InlineData("av1.webm", MediaContainer.WebM, "av1", "opus", 30)]
    [InlineData("live.webm", MediaContainer.WebM, "vp9", "opus", 30)]
    [InlineData("piped.webm", MediaContainer.WebM, "vp9", "opus", 30)]
    [InlineData("h264.mkv", MediaContainer.Matroska, "h264", "opus", 30)]
    [InlineData("good.mp4", MediaContainer.Mp4, "h264", "aac", 30)]
    [InlineData("good.mov", MediaContainer.Mov, "h264", "aac", 30)]
    [InlineData("h265.mp4", MediaContainer.Mp4, "h265", null, 50)]
    [InlineData("fast.mp4", MediaContainer.Mp4, "h264", null, 120)]
    public async Task A_film_is_described_as_it_was_made(
        string file,
        MediaContainer container,
        string videoCodec,
        string? audioCodec,
        double rate
    )
    {
        var path = await media.FileAsync(file);

        var report = await MediaProbe.ReadFileAsync(path, Stop);

        report.Verdict.ShouldBe(StructureVerdict.Whole);
        var info = report.Info.ShouldNotBeNull();
        info.Container.ShouldBe(container);
        info.Audio?.Codec.ShouldBe(audioCodec);
        (info.Audio is null).ShouldBe(audioCodec is null);
        var video = info.Video.ShouldNotBeNull();
        video.Codec.ShouldBe(videoCodec);
        video.FrameRate.ShouldNotBeNull().ShouldBe(rate, tolerance: 0.05);
        video.IsConstantRate.ShouldNotBe(false);
        info.Duration.ShouldNotBeNull().TotalSeconds.ShouldBe(2, tolerance: 0.1);
        info.SizeBytes.ShouldBe(new FileInfo(path).Length);
    }

    [Theory]
    [InlineData("vp9.webm")]
    [InlineData("vp9-film-rate.webm")]
    [InlineData("vp8.webm")]
    [InlineData("av1.webm")]
    [InlineData("h264.mkv")]
    [InlineData("good.mp4")]
    [InlineData("good.mov")]
    [InlineData("h265.mp4")]
    [InlineData("slow.mp4")]
    [InlineData("fragments.mp4")]
    [InlineData("long.mp4")]
    public async Task The_figures_are_those_of_ffprobe(string file)
    {
        var path = await media.FileAsync(file);
        var said = (await FfmpegJudge.ProbeAsync(path, "stream=width,height,avg_frame_rate:format=duration", Stop))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('='))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        var rate = said["avg_frame_rate"].Split('/').Select(Number).ToArray();

        var info = (await MediaProbe.ReadFileAsync(path, Stop)).Info.ShouldNotBeNull();

        var video = info.Video.ShouldNotBeNull();
        (video.Width, video.Height).ShouldBe(((int)Number(said["width"]), (int)Number(said["height"])));
        video.FrameRate.ShouldNotBeNull().ShouldBe(rate[0] / rate[1], tolerance: 0.01);
        info.Duration.ShouldNotBeNull().TotalSeconds.ShouldBe(Number(said["duration"]), tolerance: 0.03);
    }

    [Fact]
    public async Task A_turned_film_is_shown_turned()
    {
        var video = (await MediaProbe.ReadFileAsync(await media.FileAsync("turned.mp4"), Stop)).Info!.Video!;

        (video.Width, video.Height, video.DisplayWidth, video.DisplayHeight).ShouldBe((640, 480, 480, 640));
    }

    [Theory]
    [InlineData("vp9.webm")]
    [InlineData("vp8.webm")]
    [InlineData("h264.mkv")]
    public async Task A_film_cut_anywhere_is_incomplete(string file)
    {
        var bytes = await media.BytesAsync(file);

        for (var cut = 5; cut < bytes.Length; cut += 1009)
        {
            Inspection.OfAny(bytes[..cut]).Verdict.State.ShouldBe(StructureState.Incomplete, $"cut at {cut}");
        }
    }

    [Theory]
    [InlineData("vp9.webm")]
    [InlineData("piped.webm")]
    public async Task Seeking_finds_the_same_as_watching_it_pass(string file)
    {
        var bytes = await media.BytesAsync(file);
        using var stream = new MemoryStream(bytes);

        var report = await MediaProbe.ReadAsync(stream, Stop);

        Inspection.Describe(report).ShouldBe(Inspection.Describe(Inspection.OfAny(bytes)));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
