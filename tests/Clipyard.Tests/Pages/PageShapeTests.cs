using Clipyard.Failures;
using Clipyard.Pages;
using Clipyard.Videos;

namespace Clipyard.Tests.Pages;

/// <summary>Every shape in which TikTok's pages and answers carry a post.</summary>
public sealed class PageShapeTests
{
    private const string VideoUrl = "https://www.tiktok.com/@mira.bakes/video/7660000000000000001";

    [Fact]
    public void A_desktop_page_gives_everything()
    {
        var page = SamplePages.Read("video-desktop.html");
        var video = page.Video.ShouldNotBeNull();

        (page.StatusCode, page.StatusMessage, page.CanonicalUrl).ShouldBe((0, null, VideoUrl));
        video.Url.ShouldBe(VideoUrl);
        video.Caption.ShouldBe("Two loaves 🥖🥖 one oven #Sourdough with @tom.kneads #bread ");
        video.CreatedAt.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1783500000));
        video.Duration.ShouldBe(TimeSpan.FromSeconds(21));
        video.Author.ShouldNotBeNull().Nickname.ShouldBe("Mira 🥐 Bakes");
        video.Author.IsVerified.ShouldBe(false);
        video.Author.SecUid.ShouldNotBeNull().ShouldStartWith("MS4wLjABAAAA");
        (video.Counts.Plays, video.Counts.Likes, video.Counts.Saves, video.Counts.Exact).ShouldBe(
            (890_123, 12_345, 1_101, true)
        );
        video.Hashtags.Select(hashtag => hashtag.Name).ShouldBe(["sourdough", "bread"]);
        video.Hashtags.Select(hashtag => video.Caption[hashtag.Start..hashtag.End]).ShouldBe(["#Sourdough", "#bread"]);
        video.Mentions.Select(mention => video.Caption[mention.Start..mention.End]).ShouldBe(["@tom.kneads"]);
        video.Music.ShouldNotBeNull().Duration.ShouldBe(TimeSpan.FromSeconds(21));
        (video.IsAd, video.IsPrivate, video.IsAgeRestricted, video.IsPinned).ShouldBe((false, false, false, false));
    }

    [Fact]
    public void Its_renditions_are_ranked_clean_and_playable_first()
    {
        var renditions = SamplePages.Read("video-desktop.html").Video.ShouldNotBeNull().Renditions;

        renditions
            .Select(rendition => (rendition.FormatId, rendition.QualityLabel, rendition.Codec, rendition.HasAudio))
            .ShouldBe([
                ("bytevc1_1080p_650000", "1080p", VideoCodec.H265, true),
                ("play", "540p", VideoCodec.H264, true),
                ("h264_540p_700000", "540p", VideoCodec.H264, true),
                ("bytevc1_720p_400000", "720p", VideoCodec.H265, false),
                ("download", null, VideoCodec.Unknown, true),
                ("bytevc2_1080p_500000", "1080p", VideoCodec.ByteVc2, true),
            ]);
        renditions.Single(rendition => rendition.HasWatermark).FormatId.ShouldBe("download");
        renditions[1].SizeBytes.ShouldBe(2_362_500);
        renditions.ShouldAllBe(rendition => rendition.ExpiresAt == DateTimeOffset.FromUnixTimeSeconds(1790000000));
    }

    [Fact]
    public void Its_mirrors_come_before_the_sites_own_address_and_empty_ones_are_dropped()
    {
        var best = SamplePages.Read("video-desktop.html").Video.ShouldNotBeNull().Renditions[0];

        best.Urls.Select(url => new Uri(url).Host)
            .ShouldBe(["v16-webapp-prime.tiktok.com", "v19-webapp-prime.tiktok.com", "www.tiktok.com"]);
    }

    [Fact]
    public void Its_covers_stand_still_and_its_subtitles_have_addresses()
    {
        var video = SamplePages.Read("video-desktop.html").Video.ShouldNotBeNull();

        video.Covers.Select(cover => cover.Split('/', '~')[4]).ShouldBe(["origin", "cover", "zoom960", "zoom240"]);
        video.Subtitles.Select(track => (track.Language, track.Source)).ShouldBe([("eng-US", "ASR"), ("deu-DE", "MT")]);
        video.Subtitles.ShouldAllBe(track => track.ExpiresAt == DateTimeOffset.FromUnixTimeSeconds(1790000000));
    }

    [Theory]
    [InlineData("video-mobile-reflow.html")]
    [InlineData("video-mobile-reflow-nested.html")]
    [InlineData("video-mobile-reflow-bare.html")]
    [InlineData("video-mobile-api-data.html")]
    public void A_mobile_page_gives_the_post_with_rounded_counts(string name)
    {
        var page = SamplePages.Read(name);
        var video = page.Video.ShouldNotBeNull();

        page.Failure.ShouldBeNull();
        video.Url.ShouldBe(VideoUrl);
        (video.Counts.Plays, video.Counts.Saves, video.Counts.Exact).ShouldBe((890_000, 1_100, false));
        video.Renditions.ShouldHaveSingleItem().FormatId.ShouldBe("play");
        video.Hashtags.Count.ShouldBe(2);
    }

    [Fact]
    public void A_photo_post_gives_its_pictures_with_jpeg_first()
    {
        var post = SamplePages.Read("photo-mobile-reflow.html").Video.ShouldNotBeNull();

        post.Kind.ShouldBe(PostKind.Photo);
        post.Url.ShouldBe("https://www.tiktok.com/@mira.bakes/photo/7660000000000000002");
        post.Images.Select(image => (image.WidthPixels, image.HeightPixels, image.Urls.Count))
            .ShouldBe([(1440, 1920, 2), (1080, 1440, 1), (1, 1, 0)]);
        post.Images[0].Urls[0].ShouldContain(".jpeg");
        (post.Duration, post.WidthPixels).ShouldBe((null, null));
        post.Renditions.ShouldBeEmpty();
        post.Music.ShouldNotBeNull().Url.ShouldNotBeNull();
    }

    [Fact]
    public void A_page_of_2022_gives_its_own_post_among_several()
    {
        var page = SamplePages.Read("video-sigi.html");

        page.CanonicalUrl.ShouldBe("https://www.tiktok.com/@mira.bakes/video/7060000000000000003");
        var video = page.Video.ShouldNotBeNull();
        video.Id.Value.ShouldBe("7060000000000000003");
        var author = video.Author.ShouldNotBeNull();
        (author.Id, author.Username, author.Nickname).ShouldBe(("6900000000000000123", "mira.bakes", "Mira"));
        author.SecUid.ShouldNotBeNull().ShouldStartWith("MS4wLjABAAAA");
    }

    [Fact]
    public void A_page_of_2020_gives_its_post()
    {
        var page = SamplePages.Read("video-nextdata.html");

        page.CanonicalUrl.ShouldBe("https://www.tiktok.com/@mira.bakes/video/6872000000000000006");
        var video = page.Video.ShouldNotBeNull();
        video.CreatedAt.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1600000000));
        video.Counts.Saves.ShouldBeNull();
        video.Renditions.ShouldHaveSingleItem().FormatId.ShouldBe("play");
    }

    [Fact]
    public void An_embed_page_gives_its_post()
    {
        var video = SamplePages.Read("video-embed.html").Video.ShouldNotBeNull();

        video.Url.ShouldBe(VideoUrl);
        video.Author.ShouldNotBeNull().Nickname.ShouldBe("Mira");
        video.Caption.ShouldBe("Two loaves #bread");
        video.Hashtags.ShouldBe([new Hashtag("bread", 11, 17)]);
        (video.WidthPixels, video.HeightPixels, video.Duration).ShouldBe((576, 1024, TimeSpan.FromSeconds(21)));
        video.Renditions.ShouldHaveSingleItem().FormatId.ShouldBe("play");
        video.Music.ShouldNotBeNull().Title.ShouldBe("original sound");
        video.Covers.ShouldHaveSingleItem();
    }

    [Fact]
    public void An_embed_page_of_a_photo_post_gives_its_pictures()
    {
        var post = SamplePages.Read("photo-embed.html").Video.ShouldNotBeNull();

        post.Kind.ShouldBe(PostKind.Photo);
        post.Images.Count.ShouldBe(2);
    }

    [Fact]
    public void An_answer_about_one_post_is_read_like_a_page()
    {
        var video = SamplePages.Read("detail-answer.json").Video.ShouldNotBeNull();

        video.Url.ShouldBe(VideoUrl);
        video.Renditions.Count.ShouldBe(6);
        video.Renditions[0].SizeBytes.ShouldBe(1_706_250);
    }

    [Fact]
    public void An_embed_answer_of_2021_names_the_post_only_in_its_code()
    {
        var video = SamplePages.Read("oembed-2021.json").Video.ShouldNotBeNull();

        video.Url.ShouldBe("https://www.tiktok.com/@mira.bakes/video/6872000000000000006");
        video.Author.ShouldNotBeNull().Nickname.ShouldBe("Mira");
        video.Counts.ShouldBe(new PostCounts());
    }

    [Fact]
    public void A_byte_order_mark_and_blanks_before_the_page_do_not_matter()
    {
        byte[] marked = [.. "\uFEFF\r\n "u8, .. SamplePages.ReadBytes("video-desktop.html")];

        TikTokPage.Read(marked).Video.ShouldNotBeNull().Url.ShouldBe(VideoUrl);
    }

    [Fact]
    public void A_live_rooms_data_is_no_post()
    {
        SamplePages.Read("live-sigi.html").Failure.ShouldBe(FailureCatalogue.PageChanged);
    }
}
