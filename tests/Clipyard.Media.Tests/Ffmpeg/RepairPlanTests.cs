using Clipyard.Failures;
using Clipyard.Media.Ffmpeg;
using Clipyard.Media.Limits;
using Clipyard.Media.Probing;

namespace Clipyard.Media.Tests.Ffmpeg;

public sealed class RepairPlanTests
{
    private static readonly MediaTrack Picture = new()
    {
        Id = 1,
        Kind = TrackKind.Video,
        Codec = "h264",
        CodecId = "avc1",
        Width = 720,
        Height = 1280,
        DisplayWidth = 720,
        DisplayHeight = 1280,
        FrameRate = 30,
    };

    private static readonly MediaTrack Sound = new()
    {
        Id = 2,
        Kind = TrackKind.Audio,
        Codec = "aac",
        CodecId = "mp4a",
        Channels = 2,
    };

    private static readonly MediaInfo Film = new()
    {
        Container = MediaContainer.Mp4,
        MajorBrand = "isom",
        CompatibleBrands = [],
        IsFaststart = true,
        IsFragmented = false,
        Duration = TimeSpan.FromSeconds(100),
        SizeBytes = 1_000_000,
        Tracks = [Picture, Sound],
    };

    [Fact]
    public void A_good_film_is_left_alone() => Plan(Film).Changes.ShouldBeEmpty();

    [Fact]
    public void A_WebM_is_not_encoded_for_the_place_of_its_tracks() =>
        Plan(
            Film with
            {
                Container = MediaContainer.WebM,
                IsFaststart = false,
                Tracks = [Picture with { Codec = "vp9" }],
            }
        )
            .Changes.ShouldBeEmpty();

    [Fact]
    public void An_index_at_the_end_needs_no_encoding()
    {
        var plan = Plan(Film with { IsFaststart = false });

        plan.Fit.ShouldBeNull();
        plan.EncodesSound.ShouldBeFalse();
        plan.Changes.ShouldBe(["The index was moved to the front of the file.", "The pictures are as they were."]);
    }

    [Fact]
    public void Another_container_needs_no_encoding_of_H265_pictures()
    {
        var plan = Plan(
            Film with
            {
                Container = MediaContainer.Matroska,
                Tracks = [Picture with { Codec = "h265" }, Sound with { Codec = "opus", Channels = 6 }],
            }
        );

        plan.Fit.ShouldBeNull();
        (plan.CopiesH265, plan.EncodesSound, plan.MixesSound).ShouldBe((true, true, true));
        plan.Changes.ShouldBe([
            "The file is an MP4 now (was Matroska).",
            "The pictures are as they were.",
            "The sound was encoded as AAC (was opus).",
        ]);
    }

    [Theory]
    [InlineData(120, 60d)]
    [InlineData(90, 60d)]
    [InlineData(10, 30d)]
    [InlineData(12, 24d)]
    [InlineData(20, 40d)]
    [InlineData(1, 23d)]
    [InlineData(0.5, 23d)]
    [InlineData(22.5, 45d)]
    public void A_rate_goes_up_by_whole_multiples_or_down_to_sixty(double rate, double expected) =>
        Plan(With(Picture with { FrameRate = rate })).FrameRate.ShouldBe(expected);

    [Fact]
    public void An_unknown_rate_becomes_thirty() =>
        Plan(With(Picture with { FrameRate = null })).FrameRate.ShouldBe(30);

    [Fact]
    public void A_good_rate_stays_when_pictures_are_encoded() =>
        Plan(With(Picture with { Codec = "av1", FrameRate = 23.976 })).FrameRate.ShouldBeNull();

    [Fact]
    public void Everything_that_is_done_is_said()
    {
        var worst = Picture with
        {
            Codec = "mpeg4",
            FrameRate = 10,
            Width = 300,
            Height = 200,
            Rotation = 90,
            DisplayWidth = 200,
            DisplayHeight = 300,
        };

        var plan = Plan(Film with { Tracks = [worst, Sound with { Codec = "mp3" }, Sound] });

        plan.Changes.ShouldBe([
            "The pictures were encoded as H.264 (were mpeg4).",
            "The pictures were turned by 90 degrees, as the file asked players to do.",
            "The pictures were scaled from 200x300 to 360x540 pixels.",
            "The video has 30 pictures a second now (had 10).",
            "The sound was encoded as AAC (was mp3).",
            "Only the first pictures and the first sound were kept, of 3 tracks.",
        ]);
    }

    [Fact]
    public void Bars_are_said() =>
        Plan(With(Picture with { Width = 300, Height = 4000, DisplayWidth = 300, DisplayHeight = 4000 }))
            .Changes.ShouldContain("Black bars were added, to 360x1920 pixels.");

    [Fact]
    public void A_file_that_is_too_large_gets_the_bits_that_fit()
    {
        var plan = Plan(
            Film,
            new RepairRequest
            {
                Source = "in",
                Destination = "out",
                Limits = new VideoLimits { LargestFile = 20_000_000, LongestDuration = TimeSpan.FromSeconds(200) },
            },
            30_000_000
        );

        // Nine tenths of 20 MB over 100 s and one to begin with, less the sound's share.
        plan.VideoBitrate.ShouldBe((long)(144_000_000d / 101) - 128_000);
    }

    [Fact]
    public void A_file_that_cannot_be_small_enough_is_refused()
    {
        var request = new RepairRequest
        {
            Source = "in",
            Destination = "out",
            Limits = new VideoLimits { LargestFile = 1_000_000 },
        };

        Should
            .Throw<ClipyardException>(() => Plan(Film, request, 30_000_000))
            .Failure.ShouldBe(FailureCatalogue.VideoTooLarge);
    }

    [Fact]
    public void A_film_that_is_too_long_is_refused()
    {
        var error = Should.Throw<ClipyardException>(() => Plan(Film with { Duration = TimeSpan.FromMinutes(11) }));

        error.Failure.ShouldBe(FailureCatalogue.VideoTooLong);
        error.Detail.ShouldBe("The video lasts 11:00 min; TikTok accepts up to 10:00 min. No repair can change that.");
    }

    [Fact]
    public void A_turned_WebM_is_refused() =>
        Should
            .Throw<ClipyardException>(() =>
                Plan(With(Picture with { Codec = "av1", Rotation = 90 }) with { Container = MediaContainer.WebM })
            )
            .Failure.ShouldBe(FailureCatalogue.UnsupportedMedia);

    [Theory]
    [InlineData(MediaContainer.Mp4, "mov")]
    [InlineData(MediaContainer.Mov, "mov")]
    [InlineData(MediaContainer.WebM, "matroska")]
    [InlineData(MediaContainer.Matroska, "matroska")]
    public void What_is_read_is_a_file_of_the_kind_that_was_probed(MediaContainer container, string demuxer)
    {
        var plan = Plan(Film with { IsFaststart = false });

        var arguments = FfmpegArguments.For(plan, container, "-i http://host/", "concat:a|b").ToList();

        var input = arguments.IndexOf("-i");
        arguments[input + 1].ShouldBe("file:" + Path.GetFullPath("-i http://host/"));
        arguments[input - 1].ShouldBe(demuxer);
        arguments.IndexOf("-protocol_whitelist").ShouldBeLessThan(input);
        arguments[^1].ShouldBe("file:" + Path.GetFullPath("concat:a|b"));
    }

    private static MediaInfo With(MediaTrack picture) => Film with { Tracks = [picture, Sound] };

    private static RepairPlan Plan(MediaInfo film, RepairRequest? request = null, long sizeBytes = 1_000_000) =>
        RepairPlan.For(
            new MediaReport { Verdict = StructureVerdict.Whole, Info = film with { SizeBytes = sizeBytes } },
            request ?? new RepairRequest { Source = "in", Destination = "out" }
        );
}
