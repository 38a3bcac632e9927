using Clipyard.Media.Probing;
using Clipyard.Media.Tests.Probing;
using Clipyard.Media.Webm;
using Clipyard.Testing.Media;

namespace Clipyard.Media.Tests.Webm;

public sealed class WebmTests
{
    [Fact]
    public void A_film_is_described_from_its_list_of_tracks_and_its_blocks()
    {
        var file = new WebmMaker { Duration = 240 }.Build();

        var report = Inspection.OfAny(file);

        report.Verdict.ShouldBe(StructureVerdict.Whole);
        var info = report.Info.ShouldNotBeNull();
        info.Container.ShouldBe(MediaContainer.WebM);
        info.MajorBrand.ShouldBe("webm");
        info.Duration.ShouldBe(TimeSpan.FromMilliseconds(240));
        info.IsFaststart.ShouldBeTrue();
        info.IsFragmented.ShouldBeFalse();
        info.SizeBytes.ShouldBe(file.Length);

        var video = info.Video.ShouldNotBeNull();
        (video.Codec, video.CodecId, video.SampleCount).ShouldBe(("vp9", "V_VP9", 6));
        (video.Width, video.Height, video.DisplayWidth, video.DisplayHeight).ShouldBe((64, 36, 64, 36));
        video.FrameRate.ShouldBe(25);
        video.IsConstantRate.ShouldBe(true);
        video.Duration.ShouldBe(TimeSpan.FromMilliseconds(240));
        video.Bitrate.ShouldNotBeNull().ShouldBe(6 * 41 * 8 * 1000 / 240);

        var audio = info.Audio.ShouldNotBeNull();
        (audio.Codec, audio.Channels, audio.SampleRate, audio.SampleCount).ShouldBe(("opus", 2, 48000, 3));
    }

    [Fact]
    public void A_recording_that_names_no_sizes_and_no_duration_is_measured_by_its_blocks()
    {
        var report = Inspection.OfAny(new WebmMaker { IsLive = true }.Build());

        report.Verdict.ShouldBe(StructureVerdict.Whole);
        report.Info!.Duration.ShouldBe(TimeSpan.FromMilliseconds(240));
        report.Info.Video!.FrameRate.ShouldBe(25);
    }

    [Fact]
    public void Parts_after_clusters_of_unknown_size_end_them()
    {
        var file = new WebmMaker
        {
            IsLive = true,
            HasCues = true,
            TracksLast = true,
        }.Build();

        var report = Inspection.OfAny(file);

        report.Verdict.ShouldBe(StructureVerdict.Whole);
        report.Info!.IsFaststart.ShouldBeFalse();
        report.Info.Video!.SampleCount.ShouldBe(6);
    }

    [Fact]
    public void A_last_block_that_says_how_long_it_lasts_is_believed()
    {
        var info = Inspection.OfAny(new WebmMaker { GroupedDuration = 100 }.Build()).Info!;

        info.Duration.ShouldBe(TimeSpan.FromMilliseconds(300));
        info.Video!.SampleCount.ShouldBe(6);
    }

    [Fact]
    public void Blocks_that_go_on_for_long_overrule_a_stated_duration() =>
        Inspection
            .OfAny(new WebmMaker { Duration = 240, Times = [0, 40, 80, 5000] }.Build())
            .Info!.Duration!.Value.ShouldBeGreaterThan(TimeSpan.FromSeconds(5));

    [Theory]
    [InlineData(33_333_333, 30)]
    [InlineData(20_000_000, 29.94)]
    public void A_stated_rate_is_taken_where_the_blocks_agree(long nanoseconds, double rate)
    {
        var file = new WebmMaker { Times = [0, 33, 67, 100, 133, 167], DefaultDuration = nanoseconds }.Build();

        var video = Inspection.OfAny(file).Info!.Video!;

        video.FrameRate.ShouldNotBeNull().ShouldBe(rate, tolerance: 0.001);
        video.IsConstantRate.ShouldBe(true);
    }

    [Fact]
    public void A_varying_rate_is_averaged_and_said()
    {
        var video = Inspection.OfAny(new WebmMaker { Times = [0, 20, 80, 100, 160] }.Build()).Info!.Video!;

        video.FrameRate.ShouldBe(25);
        video.IsConstantRate.ShouldBe(false);
    }

    [Fact]
    public void Pictures_in_another_order_than_shown_are_counted_all_the_same()
    {
        var video = Inspection.OfAny(new WebmMaker { Times = [0, 160, 80, 40, 120, 200] }.Build()).Info!.Video!;

        video.FrameRate.ShouldBe(25);
        video.IsConstantRate.ShouldBeNull();
    }

    [Fact]
    public void Hidden_pictures_of_VP8_do_not_count()
    {
        // Every third block is one that only others refer to, stored a moment after the picture before.
        var file = new WebmMaker
        {
            VideoCodec = "V_VP8",
            Times = [0, 40, 41, 80, 120, 121, 160],
            FirstByte = number => number is 2 or 5 ? (byte)0 : (byte)0x10,
        }.Build();

        var video = Inspection.OfAny(file).Info!.Video!;

        (video.SampleCount, video.FrameRate).ShouldBe((5, 25));
    }

    [Fact]
    public void Time_may_be_counted_in_other_units()
    {
        var info = Inspection.OfAny(new WebmMaker { Unit = 100_000, Duration = 2400 }.Build()).Info!;

        info.Duration.ShouldBe(TimeSpan.FromMilliseconds(240));
        info.Video!.Timescale.ShouldBe(10_000);
        info.Video.FrameRate.ShouldBe(250);
    }

    [Fact]
    public void Without_a_unit_time_is_counted_in_milliseconds() =>
        Inspection.OfAny(new WebmMaker { Unit = null }.Build()).Info!.Video!.FrameRate.ShouldBe(25);

    public static TheoryData<string, byte[], int, int> Shapes =>
        new()
        {
            {
                "stretched",
                Bytes.Join(Sized(ElementId.DisplayWidth, 128), Sized(ElementId.DisplayHeight, 36)),
                128,
                36
            },
            {
                "shape",
                Bytes.Join(
                    Sized(ElementId.DisplayWidth, 4),
                    Sized(ElementId.DisplayHeight, 3),
                    Sized(ElementId.DisplayUnit, 3)
                ),
                48,
                36
            },
            { "cropped", Bytes.Join(Sized(ElementId.CropLeft, 4), Sized(ElementId.CropBottom, 6)), 60, 30 },
            {
                "turned",
                WebmMaker.Element(ElementId.Projection, WebmMaker.Real(ElementId.ProjectionRoll, -90)),
                36,
                64
            },
        };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_size_as_shown_is_worked_out(string how, byte[] description, int width, int height)
    {
        var video = Inspection.OfAny(new WebmMaker { Picture = description }.Build()).Info!.Video!;

        (video.Width, video.Height).ShouldBe((64, 36), how);
        (video.DisplayWidth, video.DisplayHeight).ShouldBe((width, height), how);
        video.Rotation.ShouldBe(how == "turned" ? 90 : 0);
    }

    [Fact]
    public void Matroska_in_general_is_told_from_WebM()
    {
        var info = Inspection
            .OfAny(new WebmMaker { DocType = "matroska", VideoCodec = "V_MPEG4/ISO/AVC" }.Build())
            .Info!;

        info.Container.ShouldBe(MediaContainer.Matroska);
        info.Video!.Codec.ShouldBe("h264");
    }

    [Fact]
    public void Laced_frames_are_counted()
    {
        byte[] laced = [0x82, 0, 0, 0x04, 7, .. Bytes.Zeros(80)];
        var file = new WebmMaker { IsLive = true, After = WebmMaker.Element(ElementId.SimpleBlock, laced) }.Build();

        Inspection.OfAny(file).Info!.Audio!.SampleCount.ShouldBe(3 + 8);
    }

    [Fact]
    public void Zeros_after_the_segment_are_padding() =>
        Inspection.OfAny(new WebmMaker { After = Bytes.Zeros(4096) }.Build()).Verdict.ShouldBe(StructureVerdict.Whole);

    private static byte[] Sized(uint id, long value) => WebmMaker.Number(id, value);
}
