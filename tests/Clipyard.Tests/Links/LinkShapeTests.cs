using Clipyard.Links;

namespace Clipyard.Tests.Links;

/// <summary>Every shape of address that docs/tiktok-web.md lists.</summary>
public sealed class LinkShapeTests
{
    private const string Id = "7106594312292453675";
    private const string SecUid = "MS4wLjABAAAATh8Vewkn0LYM7Fo03iec3qKdeCUOcBIouRk1mkiag6h3o_pQu_dUXvZ2EZlGST7_";
    private const string ShortSecUid = "MS4wLjABAAAAb4cdyG64xk8vlEhNjxWaqlFcCIlpVXqyMpeADD9UrxE";

    [Theory]
    [InlineData($"https://www.tiktok.com/@user/video/{Id}", "user")]
    [InlineData($"https://www.tiktok.com/@user/video/{Id}/", "user")]
    [InlineData($"https://www.tiktok.com/@user/video/{Id}?is_from_webapp=1&lang=en#top", "user")]
    [InlineData($"https://www.tiktok.com/@user/video/{Id}#top", "user")]
    [InlineData($"http://www.tiktok.com/@user/video/{Id}", "user")]
    [InlineData($"https://tiktok.com/@user/video/{Id}", "user")]
    [InlineData($"tiktok.com/@user/video/{Id}", "user")]
    [InlineData($"www.tiktok.com/@user/video/{Id}", "user")]
    [InlineData($"https://m.tiktok.com/@user/video/{Id}", "user")]
    [InlineData($"HTTPS://WWW.TikTok.COM/@User/video/{Id}", "User")]
    [InlineData($"https://www.tiktok.com:443/@user/video/{Id}", "user")]
    [InlineData($"http://www.tiktok.com:80/@user/video/{Id}", "user")]
    [InlineData($"  https://www.tiktok.com/@user/video/{Id}\r\n", "user")]
    [InlineData($"https://www.tiktok.com//@user//video/{Id}", "user")]
    [InlineData($"https://www.tiktok.com/%40user/video/{Id}", "user")]
    [InlineData($"https://www.tiktok.com/@zoey..amour/video/{Id}", "zoey..amour")]
    [InlineData($"https://www.tiktok.com/@_le_cannibale_/video/{Id}", "_le_cannibale_")]
    [InlineData($"https://www.tiktok.com/@.kyle.films/video/{Id}", ".kyle.films")]
    [InlineData($"https://www.tiktok.com/@6820838815978423302/video/{Id}", "6820838815978423302")]
    [InlineData($"https://www.tiktok.com/@{SecUid}/video/{Id}", SecUid)]
    [InlineData($"https://www.tiktok.com/@a/video/{Id}", "a")]
    [InlineData($"https://www.tiktok.com/@i/video/{Id}", "i")]
    [InlineData($"https://www.tiktok.com/@/video/{Id}", null)]
    [InlineData($"https://www.tiktok.com/@_/video/{Id}", null)]
    [InlineData($"https://www.tiktok.com/share/video/{Id}", null)]
    [InlineData($"https://www.tiktokv.com/share/video/{Id}/", null)]
    [InlineData($"https://www.tiktok.com/i18n/share/video/{Id}", null)]
    [InlineData($"https://www.tiktok.com/embed/{Id}", null)]
    [InlineData($"https://www.tiktok.com/embed/v2/{Id}?lang=en", null)]
    [InlineData($"https://www.tiktok.com/player/v1/{Id}", null)]
    [InlineData($"https://www.tiktok.com/video/{Id}", null)]
    [InlineData($"https://m.tiktok.com/v/{Id}.html", null)]
    [InlineData($"https://m.tiktok.com/v/{Id}.html?u_code=0&preview_pb=0", null)]
    [InlineData($"https://m.tiktok.com/v/{Id}", null)]
    [InlineData($"https://t.tiktok.com/i18n/share/video/{Id}/", null)]
    [InlineData($"https://www.tiktok.com/foryou?item_id={Id}", null)]
    [InlineData($"https://www.tiktok.com/?_r=1&item_id={Id}#x", null)]
    [InlineData(Id, null)]
    public void A_videos_address_is_read(string text, string? username)
    {
        Read(text).ShouldBe(new TikTokLink.Video(VideoId.Parse(Id), username));
    }

    [Theory]
    [InlineData($"https://www.tiktok.com/@user/photo/{Id}", "user")]
    [InlineData($"https://www.tiktok.com/@user/photo/{Id}?lang=de", "user")]
    [InlineData($"tiktok.com/@user/photo/{Id}/", "user")]
    [InlineData($"https://m.tiktok.com/@/photo/{Id}", null)]
    public void A_photo_posts_address_is_read(string text, string? username)
    {
        Read(text).ShouldBe(new TikTokLink.Photo(VideoId.Parse(Id), username));
    }

    [Theory]
    [InlineData("https://vm.tiktok.com/ZTR45GpSF/", "vm.tiktok.com", "ZTR45GpSF")]
    [InlineData("https://vm.tiktok.com/ZTR45GpSF", "vm.tiktok.com", "ZTR45GpSF")]
    [InlineData("vt.tiktok.com/ZSe4FqkKd", "vt.tiktok.com", "ZSe4FqkKd")]
    [InlineData("https://VT.tiktok.com/2p4ewa7/?_r=1", "vt.tiktok.com", "2p4ewa7")]
    [InlineData("https://www.tiktok.com/t/ZTRC5xgJp", "www.tiktok.com", "ZTRC5xgJp")]
    [InlineData("https://www.tiktok.com/t/ZGdhVtER2//", "www.tiktok.com", "ZGdhVtER2")]
    [InlineData("https://tiktok.com/t/ZTRC5xgJp/", "www.tiktok.com", "ZTRC5xgJp")]
    public void A_short_link_is_read(string text, string host, string code)
    {
        Read(text).ShouldBe(new TikTokLink.ShortLink(host, code));
    }

    [Theory]
    [InlineData("https://www.tiktok.com/@user", "user")]
    [InlineData("https://www.tiktok.com/@user/", "user")]
    [InlineData("https://www.tiktok.com/@corgibobaa?lang=en", "corgibobaa")]
    [InlineData("https://www.tiktok.com/@user#x", "user")]
    [InlineData("tiktok.com/@user", "user")]
    [InlineData("https://m.tiktok.com/@user", "user")]
    [InlineData("https://www.tiktok.com/@6820838815978423302", "6820838815978423302")]
    [InlineData($"https://www.tiktok.com/@{SecUid}", SecUid)]
    [InlineData("@user.name_1", "user.name_1")]
    [InlineData(" @user ", "user")]
    [InlineData(SecUid, SecUid)]
    [InlineData(ShortSecUid, ShortSecUid)]
    [InlineData($"tiktokuser:{SecUid}", SecUid)]
    public void A_creators_address_is_read(string text, string name)
    {
        Read(text).ShouldBe(new TikTokLink.Profile(name));
    }

    [Theory]
    [InlineData("https://www.tiktok.com/@user/live", UnsupportedKind.Live)]
    [InlineData("https://m.tiktok.com/share/live/7210809319192726273", UnsupportedKind.Live)]
    [InlineData("https://www.tiktok.com/@user/collection/count-test-7371330159376370462", UnsupportedKind.Collection)]
    [InlineData("https://www.tiktok.com/@user/collection/%F0%9F%98%8D-7371330159376370462", UnsupportedKind.Collection)]
    [InlineData("https://www.tiktok.com/@user/playlist/name-7371330159376370462", UnsupportedKind.Playlist)]
    [InlineData("https://www.tiktok.com/tag/hello2018", UnsupportedKind.Tag)]
    [InlineData("https://www.tiktok.com/music/Build-a-Btch-6956990112127585029?lang=en", UnsupportedKind.Music)]
    [InlineData("https://www.tiktok.com/sticker/MATERIAL-GWOOORL-1258156", UnsupportedKind.Effect)]
    [InlineData("https://www.tiktok.com/@user/avatar", UnsupportedKind.NotAPost)]
    [InlineData("https://www.tiktok.com/@user/liked", UnsupportedKind.NotAPost)]
    [InlineData("https://www.tiktok.com/discover/cats", UnsupportedKind.NotAPost)]
    [InlineData("https://www.tiktok.com/explore", UnsupportedKind.NotAPost)]
    [InlineData("https://www.tiktok.com/foryou", UnsupportedKind.NotAPost)]
    [InlineData("https://www.tiktok.com/search?q=cats", UnsupportedKind.NotAPost)]
    [InlineData("https://www.tiktok.com/hk/about", UnsupportedKind.NotAPost)]
    [InlineData("https://www.tiktok.com/login?redirect_url=x", UnsupportedKind.NotAPost)]
    [InlineData("https://www.tiktok.com/?_r=1", UnsupportedKind.NotAPost)]
    [InlineData("https://www.tiktok.com", UnsupportedKind.NotAPost)]
    [InlineData("https://www.tiktok.com/@", UnsupportedKind.NotAPost)]
    [InlineData("https://vm.tiktok.com/", UnsupportedKind.NotAPost)]
    [InlineData("https://ads.tiktok.com/@user/video/7106594312292453675", UnsupportedKind.NotAPost)]
    public void What_is_not_read_is_named(string text, UnsupportedKind kind)
    {
        Read(text).ShouldBeOfType<TikTokLink.Unsupported>().Kind.ShouldBe(kind);
    }

    [Theory]
    [InlineData(
        "https://tiktok.com/@user/video/7106594312292453675?x=1",
        "https://www.tiktok.com/@user/video/7106594312292453675"
    )]
    [InlineData(
        "https://www.tiktok.com/@user/photo/7106594312292453675",
        "https://www.tiktok.com/@user/photo/7106594312292453675"
    )]
    [InlineData(
        "https://m.tiktok.com/v/7106594312292453675.html",
        "https://www.tiktok.com/@/video/7106594312292453675"
    )]
    [InlineData("http://vm.tiktok.com/ZTR45GpSF?x", "https://vm.tiktok.com/ZTR45GpSF/")]
    [InlineData("tiktok.com/t/ZTRC5xgJp", "https://www.tiktok.com/t/ZTRC5xgJp/")]
    [InlineData("@user", "https://www.tiktok.com/@user")]
    [InlineData("http://tiktok.com/tag/hello2018?lang=en#x", "https://www.tiktok.com/tag/hello2018")]
    [InlineData("https://tiktok.com", "https://www.tiktok.com/")]
    [InlineData("https://Example.com/a/b?c", "https://example.com/")]
    public void The_canonical_address_drops_what_does_not_matter(string text, string canonical)
    {
        Read(text).CanonicalUrl.ShouldBe(canonical);
        Read(text).ToString().ShouldBe(canonical);
    }

    [Fact]
    public void A_secUid_tells_itself_from_a_username()
    {
        new TikTokLink.Profile(SecUid).IsSecUid.ShouldBeTrue();
        new TikTokLink.Profile(ShortSecUid).IsSecUid.ShouldBeTrue();
        new TikTokLink.Profile("MS4wLjABAAAA").IsSecUid.ShouldBeFalse();
        new TikTokLink.Profile("user").IsSecUid.ShouldBeFalse();
    }

    [Fact]
    public void An_id_tells_its_time()
    {
        VideoId.Parse("7571863205253778710").EmbeddedTime.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1762961783));
        VideoId.Parse("1").EmbeddedTime.ShouldBeNull();
    }

    private static TikTokLink Read(string text)
    {
        TikTokLink.TryParse(text, out var link).ShouldBeTrue();
        return link;
    }
}
