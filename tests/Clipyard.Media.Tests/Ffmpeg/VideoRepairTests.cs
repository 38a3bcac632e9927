using Clipyard.Failures;
using Clipyard.Media.Ffmpeg;
using Clipyard.Media.Limits;
using Clipyard.Media.Probing;

namespace Clipyard.Media.Tests.Ffmpeg;

/// <summary>Repairs with the real ffmpeg.</summary>
public sealed class VideoRepairTests(MadeMedia media)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("av1.webm", 360, 640, 30, "The pictures were encoded as H.264 (were av1).")]
    [InlineData("mpeg4.mp4", 640, 360, 25, "The pictures were encoded as H.264 (were mpeg4).")]
    [InlineData("fast.mp4", 360, 640, 60, "The video has 60 pictures a second now (had 120).")]
    [InlineData("slow.mp4", 360, 640, 30, "The video has 30 pictures a second now (had 10).")]
    [InlineData("small.mp4", 360, 540, 30, "The pictures were scaled from 200x300 to 360x540 pixels.")]
    [InlineData("odd.mkv", 400, 712, 30, "The pictures were scaled from 401x713 to 400x712 pixels.")]
    [InlineData("huge.webm", 1920, 360, 30, "Black bars were added, to 1920x360 pixels.")]
    [InlineData(
        "turned.mp4",
        480,
        640,
        30,
        "The pictures were turned by 270 degrees, as the file asked players to do."
    )]
    public async Task What_is_outside_the_limits_is_encoded(
        string file,
        int width,
        int height,
        double rate,
        string change
    )
    {
        var request = await RequestAsync(file);
        var before = (await MediaProbe.ReadFileAsync(request.Source, Stop)).Info.ShouldNotBeNull();

        var result = await new VideoRepair().RepairAsync(request, progress: null, Stop);

        result.WasEncoded.ShouldBeTrue();
        result.Changes.ShouldContain(change);
        var report = await MediaProbe.ReadFileAsync(request.Destination, Stop);
        VideoLimits.TikTok.Check(report).Findings.ShouldBeEmpty();
        var info = report.Info.ShouldNotBeNull();
        (info.Container, info.IsFaststart).ShouldBe((MediaContainer.Mp4, true));
        (info.Audio?.Codec).ShouldBe(before.Audio is null ? null : "aac");
        info.Duration.ShouldNotBeNull().TotalSeconds.ShouldBe(before.Duration!.Value.TotalSeconds, tolerance: 0.2);
        var video = info.Video.ShouldNotBeNull();
        (video.Codec, video.DisplayWidth, video.DisplayHeight, video.Rotation).ShouldBe(("h264", width, height, 0));
        video.FrameRate.ShouldNotBeNull().ShouldBe(rate, tolerance: 0.1);
        (await FfmpegJudge.ProbeAsync(request.Destination, "stream=pix_fmt", Stop)).Trim().ShouldBe("pix_fmt=yuv420p");
    }

    [Theory]
    [InlineData("index-last.mp4", "The index was moved to the front of the file.")]
    [InlineData("h264.mkv", "The file is an MP4 now (was Matroska).")]
    public async Task A_wrong_wrapping_is_mended_without_encoding_the_pictures(string file, string change)
    {
        var request = await RequestAsync(file);

        var result = await new VideoRepair().RepairAsync(request, progress: null, Stop);

        result.WasEncoded.ShouldBeFalse();
        result.Changes.ShouldContain(change);
        result.Report.Info.ShouldNotBeNull().IsFaststart.ShouldBeTrue();
        (await PictureHashAsync(request.Destination)).ShouldBe(await PictureHashAsync(request.Source));
    }

    [Theory]
    [InlineData("good.mp4")]
    [InlineData("vp8.webm")]
    public async Task A_good_film_is_left_alone(string file)
    {
        var request = await RequestAsync(file);

        var result = await new VideoRepair().RepairAsync(request, progress: null, Stop);

        result.Changes.ShouldBeEmpty();
        File.Exists(request.Destination).ShouldBeFalse();
    }

    [Fact]
    public async Task A_repair_may_go_to_the_place_of_its_source()
    {
        var path = media.NewPath("mp4");
        File.Copy(await media.FileAsync("index-last.mp4"), path);

        await new VideoRepair().RepairAsync(
            new RepairRequest { Source = path, Destination = path },
            progress: null,
            Stop
        );

        (await MediaProbe.ReadFileAsync(path, Stop)).Info!.IsFaststart.ShouldBeTrue();
    }

    [Fact]
    public async Task A_file_that_is_too_large_becomes_small_enough()
    {
        var request = await RequestAsync("good.mp4");
        var limit = new FileInfo(request.Source).Length / 4;

        var result = await new VideoRepair().RepairAsync(
            request with
            {
                Limits = new VideoLimits { LargestFile = limit },
            },
            progress: null,
            Stop
        );

        result.WasEncoded.ShouldBeTrue();
        new FileInfo(request.Destination).Length.ShouldBeLessThanOrEqualTo(limit);
    }

    [Fact]
    public async Task Progress_goes_up_to_the_end()
    {
        var request = await RequestAsync("fast.mp4");
        var reports = new List<RepairProgress>();

        await new VideoRepair().RepairAsync(request, new Immediate(reports.Add), Stop);

        reports.ShouldNotBeEmpty();
        reports.Select(report => report.Done).ShouldBeInOrder();
        reports.ShouldAllBe(report => report.Total == TimeSpan.FromSeconds(2));
        reports[^1].Done.TotalSeconds.ShouldBe(2, tolerance: 0.2);
    }

    [Fact]
    public async Task A_film_that_is_too_long_is_refused_before_anything_is_started()
    {
        var request = await RequestAsync("long.mp4");

        var error = await Should.ThrowAsync<ClipyardException>(() =>
            new VideoRepair("/nowhere/ffmpeg").RepairAsync(request, progress: null, Stop)
        );

        error.Failure.ShouldBe(FailureCatalogue.VideoTooLong);
    }

    [Fact]
    public async Task A_broken_film_is_refused()
    {
        var request = await RequestAsync("index-last.mp4");
        var path = media.NewPath("mp4");
        await File.WriteAllBytesAsync(path, (await media.BytesAsync("index-last.mp4"))[..^100], Stop);

        var error = await Should.ThrowAsync<ClipyardException>(() =>
            new VideoRepair().RepairAsync(request with { Source = path }, progress: null, Stop)
        );

        error.Failure.ShouldBe(FailureCatalogue.UnsupportedMedia);
        File.Exists(request.Destination).ShouldBeFalse();
    }

    private async Task<RepairRequest> RequestAsync(string file) =>
        new() { Source = await media.FileAsync(file), Destination = media.NewPath("mp4") };

    // Of the packets, so that encoding again would show.
    private static async Task<string> PictureHashAsync(string path) =>
        await FfmpegJudge.RunAsync(["-v", "error", "-i", path, "-map", "0:v", "-f", "md5", "-"], Stop);

    private sealed class Immediate(Action<RepairProgress> handle) : IProgress<RepairProgress>
    {
        public void Report(RepairProgress value) => handle(value);
    }
}
