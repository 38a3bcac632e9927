using Clipyard.Media.Probing;
using Clipyard.Testing.Media;

namespace Clipyard.Media.Tests.Probing;

public sealed class LayoutTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_index_may_come_first_or_last(bool indexFirst)
    {
        var report = Inspection.Of(new Mp4Maker { IndexFirst = indexFirst }.Build());

        report.Verdict.ShouldBe(StructureVerdict.Whole);
        report.Info.ShouldNotBeNull().IsFaststart.ShouldBe(indexFirst);
    }

    [Fact]
    public void Free_skip_wide_and_uuid_boxes_are_passed_over()
    {
        var between = Bytes.Join(
            Bytes.Box("free", Bytes.Zeros(100)),
            Bytes.Box("skip"),
            Bytes.Box("uuid", Bytes.Zeros(16)),
            Bytes.WideBox("wide", Bytes.Zeros(3))
        );

        Inspection
            .Of(new Mp4Maker { Between = between, After = Bytes.Box("free") }.Build())
            .Verdict.IsWhole.ShouldBeTrue();
    }

    [Fact]
    public void Sizes_and_places_may_have_64_bits()
    {
        var report = Inspection.Of(
            new Mp4Maker { IsWide = true, Media = content => Bytes.WideBox("mdat", content) }.Build()
        );

        report.Verdict.ShouldBe(StructureVerdict.Whole);
        report.Info.ShouldNotBeNull().Duration.ShouldBe(TimeSpan.FromMilliseconds(240));
        report.Info!.Video.ShouldNotBeNull().DisplayWidth.ShouldBe(64);
    }

    [Fact]
    public void Media_data_may_run_to_the_end_of_the_file() =>
        Inspection
            .Of(new Mp4Maker { Media = content => Bytes.OpenBox("mdat", content) }.Build())
            .Verdict.ShouldBe(StructureVerdict.Whole);

    [Fact]
    public void Media_data_may_come_in_several_boxes()
    {
        var file = new Mp4Maker
        {
            Media = content => Bytes.Join(Bytes.Box("mdat", Bytes.Zeros(5)), Bytes.Box("mdat", content)),
        }.Build();

        Inspection.Of(file).Verdict.ShouldBe(StructureVerdict.Whole);
    }

    [Fact]
    public void Zeros_after_the_last_box_are_padding() =>
        Inspection.Of(new Mp4Maker { After = Bytes.Zeros(4096) }.Build()).Verdict.ShouldBe(StructureVerdict.Whole);

    [Fact]
    public void QuickTime_is_told_from_its_brand()
    {
        var info = Inspection.Of(new Mp4Maker { Brand = "qt  " }.Build()).Info.ShouldNotBeNull();

        info.Container.ShouldBe(MediaContainer.Mov);
        info.CompatibleBrands.ShouldBe(["qt  "]);
    }

    [Theory]
    [InlineData(0, 64, 36)]
    [InlineData(90, 36, 64)]
    [InlineData(180, 64, 36)]
    [InlineData(270, 36, 64)]
    public void A_turned_video_is_shown_turned(int rotation, int width, int height)
    {
        var video = Inspection.Of(new Mp4Maker { Rotation = rotation }.Build()).Info.ShouldNotBeNull().Video!;

        video.Rotation.ShouldBe(rotation);
        (video.Width, video.Height).ShouldBe((64, 36));
        (video.DisplayWidth, video.DisplayHeight).ShouldBe((width, height));
    }

    [Fact]
    public void A_varying_rate_is_averaged_and_said()
    {
        var video = Inspection.Of(new Mp4Maker { VideoDurations = [20, 60, 20, 60] }.Build()).Info!.Video!;

        video.FrameRate.ShouldBe(25);
        video.IsConstantRate.ShouldBe(false);
    }

    [Fact]
    public void A_last_picture_of_another_duration_does_not_make_a_rate_vary()
    {
        var video = Inspection.Of(new Mp4Maker { VideoDurations = [40, 40, 40, 17] }.Build()).Info!.Video!;

        video.IsConstantRate.ShouldBe(true);
        video.FrameRate.ShouldBe(25);
    }

    [Fact]
    public void Sound_that_its_descriptor_calls_MP3_is_not_called_AAC() =>
        Inspection.Of(new Mp4Maker { AudioObjectType = 0x6b }.Build()).Info!.Audio!.Codec.ShouldBe("mp3");
}
