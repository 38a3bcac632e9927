using System.Text;
using Clipyard.Failures;
using Clipyard.Pages;
using Clipyard.Videos;

namespace Clipyard.Tests.Pages;

/// <summary>TikTok changes types, leaves members out and cuts text; a post is read as far as it goes.</summary>
public sealed class OddDataTests
{
    [Fact]
    public void A_post_of_nothing_but_its_id_is_a_post()
    {
        var video = ReadItem("""{"id":"7660000000000000001"}""");

        video.Url.ShouldBe("https://www.tiktok.com/@/video/7660000000000000001");
        video.Caption.ShouldBe("");
        (video.Author, video.Music, video.CreatedAt, video.Duration).ShouldBe((null, null, null, null));
        video.Counts.ShouldBe(new PostCounts());
        video.Renditions.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\"text\"")]
    [InlineData("0")]
    [InlineData("1e400")]
    [InlineData("123456789012345678901234567890")]
    [InlineData("true")]
    [InlineData("[]")]
    [InlineData("[1,null,{}]")]
    [InlineData("{}")]
    [InlineData("{\"id\":[[]],\"x\":{\"y\":[{}]}}")]
    public void Any_member_may_be_of_any_type(string value)
    {
        string[] members =
        [
            "desc",
            "createTime",
            "author",
            "stats",
            "statsV2",
            "video",
            "music",
            "textExtra",
            "imagePost",
            "isAd",
            "privateItem",
            "isContentClassified",
            "nickname",
            "isPinnedItem",
        ];
        foreach (var member in members)
        {
            var body = $$$"""{"itemInfo":{"itemStruct":{"{{{member}}}":{{{value}}},"id":"7660000000000000001"} } }""";
            var page = TikTokPage.Read(Encoding.UTF8.GetBytes(body));

            (page.Video is not null || page.Failure == FailureCatalogue.AgeRestricted).ShouldBeTrue(body);
        }
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"x\"")]
    [InlineData("7")]
    [InlineData("[]")]
    [InlineData("[[{\"src\":\"https://v16.tiktok.com/a\"}],5]")]
    [InlineData("{\"UrlList\":7}")]
    public void Any_member_of_the_video_may_be_of_any_type(string value)
    {
        string[] members =
        [
            "width",
            "duration",
            "cover",
            "shareCover",
            "zoomCover",
            "playAddr",
            "PlayAddrStruct",
            "downloadAddr",
            "bitrateInfo",
            "subtitleInfos",
            "size",
            "codecType",
        ];
        foreach (var member in members)
        {
            ReadItem($$$"""{"id":"7660000000000000001","video":{"{{{member}}}":{{{value}}} } }""").ShouldNotBeNull();
        }
    }

    [Fact]
    public void A_single_rendition_may_stand_without_its_list()
    {
        var video = ReadItem(
            """
            {"id":"1","video":{"bitrateInfo":{"Bitrate":5,"GearName":"normal_720_0","CodecType":"h264",
            "PlayAddr":{"DataSize":9,"UrlList":"https://v16.tiktok.com/a"}}}}
            """
        );

        var rendition = video.Renditions.ShouldHaveSingleItem();
        (rendition.FormatId, rendition.QualityLabel, rendition.SizeBytes).ShouldBe(("h264_720p_5", "720p", 9));
        rendition.ExpiresAt.ShouldBeNull();
    }

    [Fact]
    public void The_address_to_play_may_be_a_list_of_sources()
    {
        var video = ReadItem("""{"id":"1","video":{"playAddr":[{"src":"https://v16.tiktok.com/a"}]}}""");

        video.Renditions.ShouldHaveSingleItem().Urls.ShouldBe(["https://v16.tiktok.com/a"]);
    }

    [Fact]
    public void An_id_may_be_a_number()
    {
        ReadItem("""{"id":7660000000000000001}""").Id.Value.ShouldBe("7660000000000000001");
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"abc\"")]
    [InlineData("-5")]
    [InlineData("7.5")]
    [InlineData("null")]
    public void A_post_without_a_proper_id_is_none(string id)
    {
        var body = $$"""{"itemInfo":{"itemStruct":{"id":{{id}},"desc":"x"} },"statusCode":0}""";

        TikTokPage.Read(Encoding.UTF8.GetBytes(body)).Failure.ShouldNotBeNull().Code.ShouldBe("page_changed");
    }

    [Fact]
    public void Half_an_emoji_becomes_a_replacement_and_moves_no_offset()
    {
        var video = ReadItem(
            """{"id":"1","desc":"\ud83d #a\uD83E\uDD56 \ude00","textExtra":[{"start":2,"end":6,"hashtagName":"a\uD83E\uDD56"}]}"""
        );

        video.Caption.ShouldBe("\uFFFD #a🥖 \uFFFD");
        video.Caption[video.Hashtags[0].Start..video.Hashtags[0].End].ShouldBe("#a🥖");
    }

    [Fact]
    public void Bytes_that_are_no_text_are_replaced()
    {
        byte[] body = [.. "{\"itemInfo\":{\"itemStruct\":{\"id\":\"1\",\"desc\":\"a"u8, 0xFF, 0xC3, .. "b\"}}}"u8];

        TikTokPage.Read(body).Video.ShouldNotBeNull().Caption.ShouldBe("a\uFFFD\uFFFDb");
    }

    [Fact]
    public void Every_escape_is_understood()
    {
        ReadItem("""{"id":"1","desc":"\"\\\/\b\f\n\r\t\u0041\u2028é"}""").Caption.ShouldBe("\"\\/\b\f\n\r\tA\u2028é");
    }

    [Theory]
    [InlineData(-1, 4)]
    [InlineData(0, 99)]
    [InlineData(4, 2)]
    [InlineData(3, 3)]
    public void Offsets_out_of_range_are_marked(int start, int end)
    {
        var video = ReadItem(
            $$$"""{"id":"1","desc":"#tag x","textExtra":[{"start":{{{start}}},"end":{{{end}}},"hashtagName":"tag"}]}"""
        );

        video.Hashtags.ShouldBe([new Hashtag("tag", -1, -1)]);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//v16.tiktok.com/a")]
    [InlineData("")]
    public void Only_web_addresses_are_taken(string address)
    {
        var video = ReadItem(
            $$$"""{"id":"1","video":{"playAddr":"{{{address}}}","cover":"{{{address}}}"},"music":{"id":"2","playUrl":"{{{address}}}"} }"""
        );

        video.Renditions.ShouldBeEmpty();
        video.Covers.ShouldBeEmpty();
        video.Music.ShouldNotBeNull().Url.ShouldBeNull();
    }

    [Fact]
    public void An_empty_sound_is_none()
    {
        ReadItem("""{"id":"1","music":{}}""").Music.ShouldBeNull();
    }

    [Fact]
    public void Counts_that_are_missing_in_the_exact_ones_are_taken_from_the_rounded_and_are_not_called_exact()
    {
        var counts = ReadItem(
            """{"id":"1","stats":{"playCount":10,"diggCount":5},"statsV2":{"playCount":"11","commentCount":"-3"}}"""
        ).Counts;

        counts.ShouldBe(new PostCounts { Plays = 11, Likes = 5 });
    }

    [Fact]
    public void Unknown_members_may_nest_deeply()
    {
        var deep = new string('[', 100) + new string(']', 100);

        ReadItem($$"""{"new":{{deep}},"id":"1"}""").Id.Value.ShouldBe("1");
    }

    [Fact]
    public void Nesting_without_end_is_refused()
    {
        var body = """{"itemInfo":{"itemStruct":{"id":"1","new":""" + new string('[', 1_000_000);

        TikTokPage.Read(Encoding.UTF8.GetBytes(body)).Failure.ShouldNotBeNull();
    }

    [Fact]
    public void A_page_of_nothing_but_half_members_is_read_in_one_go()
    {
        var body = new StringBuilder("""{"__DEFAULT_SCOPE__":{""");
        for (var i = 0; i < 20_000; i++)
        {
            body.Append("""  "webapp.video-detail":{"itemInfo":{"a":""");
        }

        TikTokPage.Read(Encoding.UTF8.GetBytes(body.ToString())).Failure.ShouldNotBeNull();
    }

    [Fact]
    public void A_caption_that_imitates_the_pages_data_is_a_caption()
    {
        const string Caption = """\"webapp.video-detail\":{\"itemInfo\":{\"itemStruct\":{\"id\":\"666\"}}}""";
        var body =
            $$$"""{"__DEFAULT_SCOPE__":{"seo":"{{{Caption}}}","webapp.video-detail":{"itemInfo":{"itemStruct":{"desc":"{{{Caption}}}","id":"1"} } } } }""";

        TikTokPage.Read(Encoding.UTF8.GetBytes(body)).Video.ShouldNotBeNull().Id.Value.ShouldBe("1");
    }

    private static VideoInfo ReadItem(string item) =>
        TikTokPage
            .Read(Encoding.UTF8.GetBytes($$$"""{"itemInfo":{"itemStruct":{{{item}}} },"statusCode":0}"""))
            .Video.ShouldNotBeNull();
}
