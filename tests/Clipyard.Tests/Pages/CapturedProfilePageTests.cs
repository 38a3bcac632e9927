using Clipyard.Creators;
using Clipyard.Pages;
using Clipyard.Testing;

namespace Clipyard.Tests.Pages;

/// <summary>The captured profile pages give the values that were read off them by hand.</summary>
public sealed class CapturedProfilePageTests
{
    [Fact]
    public void A_profile_of_2025_gives_exact_counts_where_it_has_them()
    {
        var creator = ReadCreator("profile-desktop-2025-12-illojuan.html");

        creator.Username.ShouldBe("illojuan");
        (creator.Followers, creator.Following, creator.Likes, creator.Videos).ShouldBe((783_427, 0, 3_922_256, 19));
        creator.ExactCounts.ShouldBeTrue();
        creator.IsVerified.ShouldBe(true);
        creator.IsPrivate.ShouldBe(false);
        creator.SecUid.ShouldBe("MS4wLjABAAAARpM8d0mtXFPytJwiiHvFcy1C-X3PKBSV8wIeJ8gldqXSle1wI4mKT7rlUOAfVa6z");
        creator.BioLink.ShouldBe("twitch.tv/illojuan");
        creator.Url.ShouldBe("https://www.tiktok.com/@illojuan");
    }

    [Fact]
    public void A_profile_without_exact_counts_says_so()
    {
        var creator = ReadCreator("profile-desktop-2025-03-webstoremd.html");

        creator.Id.ShouldBe("6910304068566041606");
        (creator.Followers, creator.Following, creator.Likes, creator.Videos).ShouldBe((211_900, 28, 2_900_000, 2074));
        creator.ExactCounts.ShouldBeFalse();
        creator.Bio.ShouldNotBeNull().ShouldContain('\n');
    }

    [Fact]
    public void A_profile_of_2026_is_read()
    {
        var creator = ReadCreator("profile-desktop-2026-01-ttvauger.html");

        creator.Id.ShouldBe("7307726681127863338");
        (creator.Followers, creator.Following, creator.Likes, creator.Videos).ShouldBe((4_613, 40, 1_354_097, 1328));
        creator.BioLink.ShouldBe("https://linktr.ee/Auger96");
        creator.CreatedAt.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1701462780));
    }

    [Fact]
    public void The_bare_data_of_a_profile_page_is_read_without_the_page()
    {
        var creator = ReadCreator("profile-universal-2026-07-khanhiattm2.json");

        creator.Id.ShouldBe("7627764789460222989");
        (creator.Followers, creator.Following, creator.Likes, creator.Videos).ShouldBe((40_398, 6, 234_997, 60));
        creator.Bio.ShouldBe("");
    }

    [Fact]
    public void A_profile_of_2021_brings_its_newest_posts()
    {
        var page = Read("profile-nextdata-2021-tiktok.html");

        var creator = page.Creator.ShouldNotBeNull();
        creator.Id.ShouldBe("107955");
        (creator.Followers, creator.Following, creator.Likes, creator.Videos).ShouldBe(
            (50_100_000, 496, 246_000_000, 118)
        );
        page.CanonicalUrl.ShouldBe("https://www.tiktok.com/@tiktok");
        page.Posts.Count.ShouldBe(4);
        page.Posts[0].Id.Value.ShouldBe("6912598122988326149");
        page.Posts[0].Counts.Plays.ShouldBe(844_100);
        page.Posts[0].Hashtags.ShouldContain(hashtag => hashtag.Name == "bye2020");
        page.Posts[0].Renditions.Select(rendition => rendition.FormatId).ShouldBe(["play", "download"]);
    }

    [Fact]
    public void The_profile_interface_answers_like_the_page()
    {
        var creator = ReadCreator("user-detail-api-2025-10.json");

        creator.Username.ShouldBe("zg.520");
        (creator.Followers, creator.Videos).ShouldBe((427_682, 1605));
    }

    private static Creator ReadCreator(string name) => Read(name).Creator.ShouldNotBeNull();

    private static PageContent Read(string name)
    {
        Assert.SkipUnless(CapturedPages.AreHere, CapturedPages.Missing);
        var page = TikTokPage.Read(CapturedPages.Read(name));
        page.Failure.ShouldBeNull();
        page.Video.ShouldBeNull();
        return page;
    }
}
