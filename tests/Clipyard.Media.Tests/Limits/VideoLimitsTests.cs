using Clipyard.Failures;
using Clipyard.Media.Limits;
using Clipyard.Media.Probing;

namespace Clipyard.Media.Tests.Limits;

public sealed class VideoLimitsTests
{
    private static readonly MediaTrack Picture = new()
    {
        Id = 1,
        Kind = TrackKind.Video,
        Codec = "h264",
        CodecId = "avc1",
        Width = 720,
        Height = 1280,
        FrameRate = 30,
    };

    private static readonly MediaInfo Film = new()
    {
        Container = MediaContainer.Mp4,
        MajorBrand = "isom",
        CompatibleBrands = [],
        IsFaststart = true,
        IsFragmented = false,
        Duration = TimeSpan.FromSeconds(15),
        SizeBytes = 1_000_000,
        Tracks = [Picture],
    };

    [Fact]
    public void A_film_without_sound_is_accepted_without_a_word()
    {
        var report = VideoLimits.TikTok.Check(Whole(Film));

        report.IsAccepted.ShouldBeTrue();
        report.CanBeRepaired.ShouldBeFalse();
        report.Findings.ShouldBeEmpty();
        report.Hints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("h264", MediaContainer.Mp4)]
    [InlineData("h265", MediaContainer.Mov)]
    [InlineData("vp8", MediaContainer.WebM)]
    [InlineData("vp9", MediaContainer.WebM)]
    public void Its_codecs_and_containers_are_accepted(string codec, MediaContainer container) =>
        Check(Picture with { Codec = codec }, Film with { Container = container }).ShouldBeEmpty();

    [Theory]
    [InlineData("av1")]
    [InlineData("mpeg4")]
    [InlineData("prores")]
    public void Another_codec_is_refused_and_can_be_repaired(string codec)
    {
        var finding = Check(Picture with { Codec = codec }).ShouldHaveSingleItem();

        finding.Limit.ShouldBe(VideoLimit.Codec);
        finding.Measured.ShouldBe(codec);
        finding.Allowed.ShouldBe("H.264, H.265, VP8 or VP9");
        finding.Failure.ShouldBe(FailureCatalogue.UnsupportedMedia);
        finding.CanBeRepaired.ShouldBeTrue();
    }

    [Fact]
    public void Matroska_is_refused_and_can_be_repaired()
    {
        var finding = Check(Picture, Film with { Container = MediaContainer.Matroska }).ShouldHaveSingleItem();

        finding.Limit.ShouldBe(VideoLimit.Container);
        finding.CanBeRepaired.ShouldBeTrue();
    }

    [Theory]
    [InlineData(23, true)]
    [InlineData(22.976, true)]
    [InlineData(60, true)]
    [InlineData(60.06, true)]
    [InlineData(22.5, false)]
    [InlineData(61, false)]
    [InlineData(120, false)]
    public void Rates_from_23_to_60_are_accepted(double rate, bool isAccepted) =>
        Check(Picture with { FrameRate = rate }).Count.ShouldBe(isAccepted ? 0 : 1);

    [Fact]
    public void A_rate_is_refused_with_both_figures()
    {
        var finding = Check(Picture with { FrameRate = 120 }).ShouldHaveSingleItem();

        finding.Limit.ShouldBe(VideoLimit.FrameRate);
        (finding.Measured, finding.Allowed).ShouldBe(("120 fps", "23-60 fps"));
        finding.Sentence.ShouldBe("The video has 120 pictures a second; TikTok accepts 23 to 60.");
    }

    [Theory]
    [InlineData(360, 640, true)]
    [InlineData(4096, 360, true)]
    [InlineData(359, 640, false)]
    [InlineData(640, 358, false)]
    [InlineData(4098, 2160, false)]
    public void Sides_from_360_to_4096_are_accepted(int width, int height, bool isAccepted) =>
        Check(Picture with { Width = width, Height = height }).Count.ShouldBe(isAccepted ? 0 : 1);

    [Theory]
    [InlineData(540, 960, true)]
    [InlineData(1280, 719, true)]
    [InlineData(720, 1280, false)]
    [InlineData(1080, 1920, false)]
    public void Less_than_720_lines_are_accepted_with_a_hint(int width, int height, bool isHinted)
    {
        var report = VideoLimits.TikTok.Check(
            Whole(Film with { Tracks = [Picture with { Width = width, Height = height }] })
        );

        report.IsAccepted.ShouldBeTrue();
        report.Hints.Count.ShouldBe(isHinted ? 1 : 0);
    }

    [Fact]
    public void Ten_minutes_are_accepted_and_more_is_refused_for_good()
    {
        Check(Picture, Film with { Duration = TimeSpan.FromMinutes(10) }).ShouldBeEmpty();

        var finding = Check(Picture, Film with { Duration = TimeSpan.FromSeconds(600.2) }).ShouldHaveSingleItem();

        finding.Limit.ShouldBe(VideoLimit.Duration);
        (finding.Measured, finding.Allowed).ShouldBe(("10:00.2 min", "10:00 min"));
        finding.Failure.ShouldBe(FailureCatalogue.VideoTooLong);
        finding.CanBeRepaired.ShouldBeFalse();
    }

    [Theory]
    [InlineData(20, 15, VideoLimit.CreatorDuration)]
    [InlineData(700, 300, VideoLimit.CreatorDuration)]
    [InlineData(700, 3600, VideoLimit.Duration)]
    public void The_shorter_of_both_durations_counts(int seconds, int creatorSeconds, VideoLimit limit)
    {
        var film = Whole(Film with { Duration = TimeSpan.FromSeconds(seconds) });

        var finding = VideoLimits
            .TikTok.Check(film, TimeSpan.FromSeconds(creatorSeconds))
            .Findings.ShouldHaveSingleItem();

        finding.Limit.ShouldBe(limit);
        finding.Failure.ShouldBe(FailureCatalogue.VideoTooLong);
    }

    [Theory]
    [InlineData(4_294_967_296, true)]
    [InlineData(4_294_967_297, false)]
    public void Four_gibibytes_are_accepted_and_not_one_byte_more(long bytes, bool isAccepted)
    {
        var findings = Check(Picture, Film with { SizeBytes = bytes });

        findings.Count.ShouldBe(isAccepted ? 0 : 1);
        findings.ShouldAllBe(finding => finding.Failure == FailureCatalogue.VideoTooLarge && finding.CanBeRepaired);
    }

    [Fact]
    public void Limits_may_be_set_lower()
    {
        var limits = new VideoLimits { LargestFile = 1000, LongestDuration = TimeSpan.FromSeconds(3) };

        var report = limits.Check(Whole(Film));

        report.Findings.Select(finding => finding.Limit).ShouldBe([VideoLimit.Duration, VideoLimit.FileSize]);
        report.Findings[1].Sentence.ShouldBe("The file has 1,000,000 bytes; up to 1,000 bytes are accepted.");
        report.CanBeRepaired.ShouldBeFalse();
    }

    [Fact]
    public void What_cannot_be_measured_is_refused() =>
        Check(Picture with { FrameRate = null }, Film with { Duration = null })
            .Select(finding => (finding.Limit, finding.Measured))
            .ShouldBe([(VideoLimit.Duration, "unknown"), (VideoLimit.FrameRate, "unknown")]);

    [Fact]
    public void Everything_wrong_is_said_at_once()
    {
        var worst = Picture with { Codec = "av1", FrameRate = 5, Width = 100, Height = 5000 };

        var report = VideoLimits.TikTok.Check(
            Whole(Film with { Container = MediaContainer.Matroska, Tracks = [worst] })
        );

        report
            .Findings.Select(finding => finding.Limit)
            .ShouldBe([VideoLimit.Container, VideoLimit.Codec, VideoLimit.PictureSize, VideoLimit.FrameRate]);
        report.CanBeRepaired.ShouldBeTrue();
    }

    [Fact]
    public void A_broken_file_is_refused_with_what_is_wrong()
    {
        var broken = new MediaReport
        {
            Verdict = StructureVerdict.Incomplete("The file ends 5 bytes before the box 'mdat' does.", 10),
            Info = Film,
        };

        var finding = VideoLimits.TikTok.Check(broken).Findings.ShouldHaveSingleItem();

        finding.Limit.ShouldBe(VideoLimit.Structure);
        finding.Measured.ShouldBe("an incomplete file");
        finding.Sentence.ShouldBe("The file ends 5 bytes before the box 'mdat' does.");
        finding.CanBeRepaired.ShouldBeFalse();
    }

    [Fact]
    public void A_film_without_pictures_is_refused() =>
        VideoLimits
            .TikTok.Check(Whole(Film with { Tracks = [] }))
            .Findings.ShouldHaveSingleItem()
            .Limit.ShouldBe(VideoLimit.Structure);

    private static IReadOnlyList<LimitFinding> Check(MediaTrack picture, MediaInfo? film = null) =>
        VideoLimits.TikTok.Check(Whole((film ?? Film) with { Tracks = [picture] })).Findings;

    private static MediaReport Whole(MediaInfo film) => new() { Verdict = StructureVerdict.Whole, Info = film };
}
