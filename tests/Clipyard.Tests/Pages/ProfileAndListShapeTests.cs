using Clipyard.Failures;
using Clipyard.Videos;

namespace Clipyard.Tests.Pages;

/// <summary>Every shape in which TikTok's pages and answers carry a creator or a list.</summary>
public sealed class ProfileAndListShapeTests
{
    [Fact]
    public void A_desktop_profile_gives_exact_counts()
    {
        var page = SamplePages.Read("profile-desktop.html");
        var creator = page.Creator.ShouldNotBeNull();

        page.Failure.ShouldBeNull();
        page.CanonicalUrl.ShouldBe("https://www.tiktok.com/@mira.bakes");
        (creator.Username, creator.Nickname, creator.Bio).ShouldBe(("mira.bakes", "Mira 🥐 Bakes", "Bread & more"));
        (creator.Followers, creator.Following, creator.Likes, creator.Videos).ShouldBe((12_345, 4, 1_500_123, 2));
        creator.ExactCounts.ShouldBeTrue();
        creator.BioLink.ShouldBe("bakes.example");
        creator.CreatedAt.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1600000000));
    }

    [Fact]
    public void A_profile_of_2022_brings_its_posts()
    {
        var page = SamplePages.Read("profile-sigi.html");

        var creator = page.Creator.ShouldNotBeNull();
        (creator.Username, creator.Followers, creator.Likes, creator.ExactCounts).ShouldBe(
            ("mira.bakes", 1_200, 4_500, false)
        );
        page.Posts.Count.ShouldBe(2);
        page.Video.ShouldBeNull();
    }

    [Fact]
    public void A_profiles_embed_page_gives_what_little_it_has()
    {
        var page = SamplePages.Read("profile-embed.html");

        var creator = page.Creator.ShouldNotBeNull();
        (creator.Username, creator.Followers, creator.Likes, creator.SecUid).ShouldBe(
            ("mira.bakes", 1_200, 4_500, null)
        );
        page.Posts.Select(post => post.Id.Value).ShouldBe(["7660000000000000001", "7650000000000000002"]);
        (page.Posts[0].Counts.Plays, page.Posts[0].Caption).ShouldBe((890_000, "Two loaves"));
        page.Posts[1].CreatedAt.ShouldBeNull();
    }

    [Fact]
    public void A_private_account_is_named_as_such()
    {
        var page = SamplePages.Read("profile-private.html");

        page.Failure.ShouldBe(FailureCatalogue.PrivateAccount);
        page.StatusCode.ShouldBe(10222);
        page.Creator.ShouldBeNull();
    }

    [Fact]
    public void A_private_account_that_shows_its_posts_is_read()
    {
        var page = SamplePages.Read("profile-private-but-shown.html");

        page.Failure.ShouldBeNull();
        page.Creator.ShouldNotBeNull().IsPrivate.ShouldBe(true);
    }

    [Theory]
    [InlineData("profile-missing.html", 10202)]
    [InlineData("profile-banned.html", 10221)]
    public void A_creator_who_is_not_there_is_named_as_such(string name, int status)
    {
        var page = SamplePages.Read(name);

        (page.Failure, page.StatusCode).ShouldBe((FailureCatalogue.NoSuchUser, status));
    }

    [Fact]
    public void A_creators_list_gives_posts_of_both_kinds_and_where_it_goes_on()
    {
        var page = SamplePages.Read("listing-creator.json");

        (page.HasMore, page.Cursor, page.StatusCode).ShouldBe((true, "1783400000000", 0));
        page.Posts.Select(post => (post.Id.Value, post.Kind, post.IsPinned))
            .ShouldBe([("7660000000000000001", PostKind.Video, false), ("7660000000000000002", PostKind.Photo, true)]);
        page.Posts[0].CreatedAt.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1783500000));
    }

    [Fact]
    public void An_empty_list_is_an_answer()
    {
        var page = SamplePages.Read("listing-empty.json");

        page.Failure.ShouldBeNull();
        page.Posts.ShouldBeEmpty();
        page.HasMore.ShouldBe(false);
    }

    [Fact]
    public void A_private_accounts_list_says_so()
    {
        var page = SamplePages.Read("listing-private.json");

        (page.StatusCode, page.StatusMessage).ShouldBe((10222, "user is private"));
        page.Failure.ShouldNotBeNull();
    }

    [Fact]
    public void A_search_answer_has_its_hashtags_and_mentions_read_from_the_caption()
    {
        var page = SamplePages.Read("search.json");

        page.HasMore.ShouldBe(true);
        var post = page.Posts.ShouldHaveSingleItem();
        post.Hashtags.Select(hashtag => hashtag.Name).ShouldBe(["fresh", "warm", "パン🥖"]);
        post.Hashtags.ShouldAllBe(hashtag =>
            post.Caption.Substring(hashtag.Start, hashtag.End - hashtag.Start) == "#" + hashtag.Name
        );
        post.Mentions.ShouldBe([new Mention("tom.kneads", 24, 35)]);
    }
}
