using Clipyard.Failures;
using Clipyard.Pages;
using Clipyard.Testing;
using Clipyard.Videos;

namespace Clipyard.Tests.Pages;

/// <summary>The captured answers and the pages that are not the page.</summary>
public sealed class CapturedAnswerTests
{
    [Fact]
    public void A_listing_gives_its_posts_and_where_it_goes_on()
    {
        var page = Read("item-list-post-2025-10.json");

        page.Failure.ShouldBeNull();
        (page.HasMore, page.Cursor).ShouldBe((true, "1758331327601"));
        var post = page.Posts.ShouldHaveSingleItem();
        post.Id.Value.ShouldBe("7513039993741397256");
        post.Author.ShouldNotBeNull().Username.ShouldBe("zg.520");
        post.CreatedAt.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1749265942));
        post.IsPinned.ShouldBeTrue();
        post.Duration.ShouldBe(TimeSpan.FromSeconds(18));
        (post.Counts.Plays, post.Counts.Likes, post.Counts.Comments).ShouldBe((1_900_000, 68_300, 1_502));
        (post.Counts.Shares, post.Counts.Saves).ShouldBe((2_528, 5_012));
        post.Hashtags.Select(hashtag => hashtag.Name).ShouldBe(["china", "中国高铁🚅"]);
        post.Renditions.Count(rendition => !rendition.HasWatermark).ShouldBe(5);
        post.Renditions[0].FormatId.ShouldBe("bytevc1_1080p_873954");
    }

    [Fact]
    public void A_list_of_search_hits_gives_all_posts()
    {
        var posts = Read("items-search-2026-01.json").Posts;

        posts.Count.ShouldBe(36);
        posts[0].Id.Value.ShouldBe("7555555104997346615");
        posts[0].Author.ShouldNotBeNull().Username.ShouldBe("mermaid.kayleigh");
        posts[0].Duration.ShouldBe(TimeSpan.FromSeconds(17));
        posts[0].Renditions.Count(rendition => !rendition.HasWatermark).ShouldBe(4);
        (posts[0].Counts.Likes, posts[0].Counts.Plays).ShouldBe((161_000, 2_600_000));
        posts[2].Id.Value.ShouldBe("7536605942327217410");
        posts[2].Author.ShouldNotBeNull().Username.ShouldBe("clark.uk");
        (posts[2].WidthPixels, posts[2].HeightPixels).ShouldBe((480, 854));
        posts.ShouldAllBe(post => post.Renditions.Count > 0);
    }

    [Fact]
    public void Search_hits_have_their_hashtags_read_from_the_caption()
    {
        var posts = Read("items-search-2026-01.json").Posts;

        posts.ShouldContain(post => post.Hashtags.Count > 0);
        foreach (var post in posts)
        {
            post.Hashtags.Select(hashtag => post.Caption[hashtag.Start..hashtag.End])
                .ShouldBe(post.Hashtags.Select(hashtag => $"#{hashtag.Name}"));
        }
    }

    [Fact]
    public void An_embed_answer_gives_the_caption_and_the_author()
    {
        var video = Read("oembed-video-2026-09-ahormozi.json").Video.ShouldNotBeNull();

        video.Id.Value.ShouldBe("7336007528070958382");
        video.Kind.ShouldBe(PostKind.Video);
        video.Author.ShouldNotBeNull().Username.ShouldBe("ahormozi");
        video.Author.Nickname.ShouldBe("Alex Hormozi");
        video.Caption.ShouldStartWith("The Value Equation:");
        video.Covers.ShouldHaveSingleItem();
        (video.WidthPixels, video.HeightPixels, video.CreatedAt).ShouldBe((null, null, null));
    }

    [Fact]
    public void A_removed_post_is_named_as_such()
    {
        var page = Read("removed-video-2026-09-tjrobertson52.html");

        page.Failure.ShouldBe(FailureCatalogue.VideoRemoved);
        (page.StatusCode, page.StatusMessage).ShouldBe((10204, "item_privacy_authorization&status_deleted"));
        page.CanonicalUrl.ShouldBe("https://www.tiktok.com/@tjrobertson52/video/7550459646654418189");
        page.Video.ShouldBeNull();
    }

    [Fact]
    public void A_page_without_post_and_creator_says_so()
    {
        var page = Read("shell-desktop-2025-09-explore.html");

        page.Failure.ShouldBe(FailureCatalogue.PageChanged);
        page.StatusCode.ShouldBeNull();
        page.CanonicalUrl.ShouldBe("https://www.tiktok.com/explore");
    }

    [Fact]
    public void The_challenge_page_is_a_refusal()
    {
        Read("waf-challenge-2026-03.html").Failure.ShouldBe(FailureCatalogue.BlockedByTikTok);
    }

    [Fact]
    public void The_captured_challenge_is_solved_by_ten()
    {
        Assert.SkipUnless(CapturedPages.AreHere, CapturedPages.Missing);
        ChallengePage.TryRead(CapturedPages.Read("waf-challenge-2026-03.html"), out var challenge).ShouldBeTrue();

        challenge
            .Solve(TestContext.Current.CancellationToken)
            .ShouldBe(
                new ChallengeAnswer(
                    "_wafchallengeid",
                    "eyJ2Ijp7ImEiOiJpTkRpWi9kU3pqekw5TUdNZmcxRXNEK29LT052K3JscWNTZ2xaUFUyUHEwPSIsImIiOjE3NzQ4NDc5MzUsImMiOiJxTS8zd3hHcHNDcHNJcUNGSzlEcWc5U1krQ1NRVVhHN1BML3E3bnBkZXZRPSJ9LCJzIjoiWVppeUxpaXJSSEZEbDVpa2piVmJsdGtrZlF6Y0tVUVlmVm5LT0swaEQyST0iLCJkIjoiTVRBPSJ9"
                )
            );
    }

    private static PageContent Read(string name)
    {
        Assert.SkipUnless(CapturedPages.AreHere, CapturedPages.Missing);
        return TikTokPage.Read(CapturedPages.Read(name));
    }
}
