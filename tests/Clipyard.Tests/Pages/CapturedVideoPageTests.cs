using Clipyard.Pages;
using Clipyard.Testing;
using Clipyard.Videos;

namespace Clipyard.Tests.Pages;

/// <summary>The captured watch pages give the values that were read off them by hand.</summary>
public sealed class CapturedVideoPageTests
{
    [Fact]
    public void A_desktop_page_of_2026_gives_everything_it_shows()
    {
        var page = Read("video-desktop-2026-07-emthenutritionist.html");
        var video = page.Video.ShouldNotBeNull();

        page.Failure.ShouldBeNull();
        page.StatusCode.ShouldBe(0);
        page.CanonicalUrl.ShouldBe("https://www.tiktok.com/@emthenutritionist/video/7608826249200356630");
        video.Id.Value.ShouldBe("7608826249200356630");
        video.Kind.ShouldBe(PostKind.Video);
        video.Url.ShouldBe("https://www.tiktok.com/@emthenutritionist/video/7608826249200356630");
        video.Author.ShouldNotBeNull().Username.ShouldBe("emthenutritionist");
        video.Author.Nickname.ShouldBe("Emily English");
        video.Author.Id.ShouldBe("6813808072638399493");
        video.CreatedAt.ShouldBe(new DateTimeOffset(2026, 2, 20, 6, 12, 10, TimeSpan.Zero));
        video.Caption.ShouldStartWith("15 MINUTE CREAMY THAI COCONUT COD CURRY");
        video.Caption.Length.ShouldBe(1030);
        video.Caption.ShouldContain('\u2028');
        video.Hashtags.ShouldBe([new Hashtag("healthyrecipes", 1000, 1015), new Hashtag("quickrecipes", 1016, 1029)]);
        video.Mentions.ShouldBeEmpty();
        video.Counts.ShouldBe(
            new PostCounts
            {
                Plays = 2_900_000,
                Likes = 105_200,
                Comments = 499,
                Shares = 42_400,
                Saves = 124_842,
                Exact = true,
            }
        );
        video.Duration.ShouldBe(TimeSpan.FromSeconds(54));
        (video.WidthPixels, video.HeightPixels).ShouldBe((576, 1024));
        video.Music.ShouldNotBeNull().Title.ShouldBe("original sound");
        video.Music.AuthorName.ShouldBe("Emily English");
        video.Music.Url.ShouldNotBeNull().ShouldContain("mime_type=audio_mpeg");
        video.IsAd.ShouldBeTrue();
        video
            .Subtitles.Select(track => (track.Language, track.Source, track.Format))
            .ShouldBe([("eng-US", "ASR", "webvtt")]);
        video.Subtitles[0].ExpiresAt.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1784355633));
    }

    [Fact]
    public void Its_five_renditions_are_listed_best_first()
    {
        var renditions = Read("video-desktop-2026-07-emthenutritionist.html").Video.ShouldNotBeNull().Renditions;

        renditions
            .Select(rendition =>
                (rendition.FormatId, rendition.WidthPixels, rendition.HeightPixels, rendition.SizeBytes)
            )
            .ShouldBe([
                ("bytevc1_1080p_1148519", 1080, 1920, 7777340),
                ("bytevc1_720p_750808", 720, 1280, 5084196),
                ("bytevc1_540p_615915", 576, 1024, 4170749),
                ("h264_540p_1297895", 576, 1024, 8788538),
                ("h264_540p_738085", 576, 1024, 4997854),
            ]);
        renditions.ShouldAllBe(rendition => rendition.Urls.Count == 3 && rendition.HasAudio && !rendition.HasWatermark);
        renditions.ShouldAllBe(rendition =>
            rendition.Urls[0].StartsWith("https://v16-webapp-prime.us.tiktok.com/", StringComparison.Ordinal)
            && rendition.Urls[2].StartsWith("https://www.tiktok.com/aweme/v1/play/", StringComparison.Ordinal)
        );
        renditions.ShouldAllBe(rendition => rendition.ExpiresAt == DateTimeOffset.FromUnixTimeSeconds(1784355633));
        renditions.Select(rendition => rendition.Codec).Distinct().ShouldBe([VideoCodec.H265, VideoCodec.H264]);
    }

    [Fact]
    public void A_desktop_page_of_2025_gives_mentions_subtitles_and_the_watermarked_file()
    {
        var video = Read("video-desktop-2025-12-illojuan.html").Video.ShouldNotBeNull();

        video.Id.Value.ShouldBe("7571863205253778710");
        video.Author.ShouldNotBeNull().Username.ShouldBe("illojuan");
        video.Author.Nickname.ShouldBe("IlloJuan");
        video.Author.Id.ShouldBe("6781206617314018309");
        video.CreatedAt.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1762961788));
        video.Caption.Length.ShouldBe(453);
        video.Hashtags.ShouldBeEmpty();
        video.Mentions.ShouldBe([
            new Mention("burgerking_es", 97, 111),
            new Mention("esperanzagraciaoficial", 349, 372),
        ]);
        video.Caption[97..111].ShouldBe("@burgerking_es");
        (video.Counts.Plays, video.Counts.Likes, video.Counts.Comments).ShouldBe((192_100, 25_500, 146));
        (video.Counts.Shares, video.Counts.Saves).ShouldBe((2_156, 1_311));
        video.Duration.ShouldBe(TimeSpan.FromSeconds(64));
        video.Music.ShouldNotBeNull().Title.ShouldBe("original sound - IlloJuan");
        video
            .Subtitles.Select(track => (track.Language, track.Source))
            .ShouldBe([("eng-US", "MT"), ("spa-ES", "ASR")], ignoreOrder: true);
        video
            .Renditions.Select(rendition => (rendition.FormatId, rendition.SizeBytes, rendition.HasWatermark))
            .ShouldBe([
                ("bytevc1_540p_442421", 3539368, false),
                ("h264_540p_1010862", 8086899, false),
                ("download", null, true),
            ]);
    }

    [Fact]
    public void A_mobile_page_gives_its_one_stream()
    {
        var video = Read("video-mobile-reflow-2026-01-emlyreview.html").Video.ShouldNotBeNull();

        video.Id.Value.ShouldBe("7585124257601162516");
        video.Author.ShouldNotBeNull().Username.ShouldBe("emlyreview");
        video.Author.Id.ShouldBe("16132492");
        video.CreatedAt.ShouldBe(new DateTimeOffset(2025, 12, 18, 9, 16, 9, TimeSpan.Zero));
        video.Hashtags.ShouldBe([new Hashtag("emlyreview", 67, 78), new Hashtag("vtmgr", 79, 85)]);
        video.Caption[67..78].ShouldBe("#emlyreview");
        video.Counts.ShouldBe(
            new PostCounts
            {
                Plays = 918_100,
                Likes = 33_400,
                Comments = 97,
                Shares = 2_913,
                Saves = 684,
            }
        );
        video.Duration.ShouldBe(TimeSpan.FromSeconds(41));
        var stream = video.Renditions.ShouldHaveSingleItem();
        (stream.FormatId, stream.WidthPixels, stream.HeightPixels).ShouldBe(("play", 576, 1024));
        stream.ExpiresAt.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1770003861));
        video
            .Subtitles.Select(track => (track.Language, track.Source))
            .ShouldBe([("eng-US", "MT"), ("vie-VN", "ASR")], ignoreOrder: true);
    }

    [Fact]
    public void A_photo_post_gives_its_pictures_and_sound()
    {
        var post = Read("photo-mobile-reflow-2026-03-nghetrinhhh.html").Video.ShouldNotBeNull();

        post.Id.Value.ShouldBe("7603995605354040594");
        post.Kind.ShouldBe(PostKind.Photo);
        post.Url.ShouldBe("https://www.tiktok.com/@nghetrinhhh/photo/7603995605354040594");
        post.Author.ShouldNotBeNull().Id.ShouldBe("7346555966525441042");
        post.CreatedAt.ShouldBe(new DateTimeOffset(2026, 2, 7, 5, 46, 39, TimeSpan.Zero));
        post.Hashtags.Select(hashtag => hashtag.Name)
            .ShouldBe(["nauan", "food", "comnha", "learnontiktok", "ilovetiktok"]);
        (post.Counts.Plays, post.Counts.Likes, post.Counts.Comments).ShouldBe((1_700_000, 86_500, 262));
        (post.Counts.Shares, post.Counts.Saves, post.Counts.Exact).ShouldBe((17_200, 49_505, false));
        post.Images.Count.ShouldBe(11);
        post.Images.Select(image => (image.WidthPixels, image.HeightPixels))
            .ShouldBe(
                Enumerable
                    .Range(1, 11)
                    .Select(number => ((int?)(number == 10 ? 1080 : 1440), (int?)(number == 10 ? 1440 : 1920)))
            );
        post.Images.ShouldAllBe(image => image.Urls.Count == 2);
        post.Music.ShouldNotBeNull().Title.ShouldBe("Bạn Đời");
        post.Music.AuthorName.ShouldBe("Karik & GDucky");
        post.Music.Duration.ShouldBe(TimeSpan.FromSeconds(30));
        post.Renditions.ShouldBeEmpty();
        (post.Duration, post.WidthPixels, post.HeightPixels).ShouldBe((null, null, null));
    }

    private static PageContent Read(string name)
    {
        Assert.SkipUnless(CapturedPages.AreHere, CapturedPages.Missing);
        return TikTokPage.Read(CapturedPages.Read(name));
    }
}
