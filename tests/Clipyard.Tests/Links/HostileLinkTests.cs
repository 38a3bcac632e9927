using Clipyard.Failures;
using Clipyard.Links;

namespace Clipyard.Tests.Links;

/// <summary>Input that means to deceive, or that is no address at all.</summary>
public sealed class HostileLinkTests
{
    private const string Path = "/@user/video/7106594312292453675";

    [Theory]
    [InlineData($"https://tiktok.com.example.io{Path}", "tiktok.com.example.io")]
    [InlineData($"https://nottiktok.com{Path}", "nottiktok.com")]
    [InlineData($"nottiktok.com{Path}", "nottiktok.com")]
    [InlineData($"https://www.tiktok.com.{Path}", "www.tiktok.com.")]
    [InlineData($"https://tiktok.co{Path}", "tiktok.co")]
    [InlineData($"https://www-tiktok.com{Path}", "www-tiktok.com")]
    [InlineData($"https://www.tiktok.com@evil.test{Path}", "evil.test")]
    [InlineData($"https://www.tiktok.com:443@evil.test{Path}", "evil.test")]
    [InlineData($"https://www.tiktok.com%40evil.test{Path}", "www.tiktok.com%40evil.test")]
    [InlineData($"https://evil.test\\@www.tiktok.com{Path}", "evil.test")]
    [InlineData($"https://evil.test#@www.tiktok.com{Path}", "evil.test")]
    [InlineData($"https://evil.test?@www.tiktok.com{Path}", "evil.test")]
    [InlineData($"https://evil.test/https://www.tiktok.com{Path}", "evil.test")]
    [InlineData($"https://www.tiktok.com:8443{Path}", "www.tiktok.com:8443")]
    [InlineData($"https://www.tiktok.com:443x{Path}", "www.tiktok.com:443x")]
    [InlineData($"https://www.t\u0456ktok.com{Path}", "www.t\u0456ktok.com")] // a Cyrillic i
    [InlineData($"https://www.xn--tktok-r4a.com{Path}", "www.xn--tktok-r4a.com")]
    [InlineData($"https://127.0.0.1{Path}", "127.0.0.1")]
    [InlineData($"http://[::1]{Path}", "[::1]")]
    [InlineData("http://localhost:5555/@user", "localhost:5555")]
    public void Another_host_is_foreign(string text, string host)
    {
        TikTokLink.TryParse(text, out var link).ShouldBeTrue();
        link.ShouldBe(new TikTokLink.Foreign(host));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\r\n")]
    [InlineData("hello")]
    [InlineData("3.14")]
    [InlineData("user")]
    [InlineData("123")]
    [InlineData("7106594312292453")] // 16 digits
    [InlineData("710659431229245367512")] // 21 digits
    [InlineData("@")]
    [InlineData("@user/video")]
    [InlineData("@us er")]
    [InlineData("@üser")]
    [InlineData("tiktokuser:user")]
    [InlineData("user@tiktok.com")]
    [InlineData("javascript:alert(1)")]
    [InlineData($"javascript://www.tiktok.com{Path}")]
    [InlineData($"ftp://www.tiktok.com{Path}")]
    [InlineData("file:///etc/passwd")]
    [InlineData("data:text/html,<script>")]
    [InlineData("https://")]
    [InlineData("https:///")]
    [InlineData("https://:80/")]
    [InlineData($"//www.tiktok.com{Path}")]
    [InlineData($"https://user:secret@www.tiktok.com{Path}")]
    [InlineData($"see https://www.tiktok.com{Path}")]
    [InlineData("https://www.tiktok.com/@user\n/video/7106594312292453675")]
    [InlineData("https://www.tiktok.com/@user/video/\u202E7106594312292453675")] // turns the direction
    [InlineData("https://www.tiktok\u200B.com/@user/video/7106594312292453675")] // zero width
    [InlineData("\uFEFFhttps://www.tiktok.com/@user/video/7106594312292453675")]
    [InlineData("https://www.tiktok.com/@user/video/7106594312292453675\0")]
    [InlineData("https://www.tiktok.com/@us\u00ADer")] // soft hyphen
    [InlineData("https://www.tiktok.com/@user/\uD83D")] // half a pair
    public void No_address_at_all_is_refused(string? text)
    {
        TikTokLink.TryParse(text, out var link).ShouldBeFalse();
        link.ShouldBeNull();
    }

    [Theory]
    [InlineData("https://www.tiktok.com/@user/video/7106594312292453675abc")]
    [InlineData("https://www.tiktok.com/@user/video/abc")]
    [InlineData("https://www.tiktok.com/@user/video/-7106594312292453675")]
    [InlineData("https://www.tiktok.com/@user/video/710659431229245367512")]
    [InlineData("https://www.tiktok.com/@user/video/%37106594312292453675")]
    [InlineData("https://www.tiktok.com/@user/video/٧١٠٦٥٩٤٣١٢٢٩٢٤٥٣٦٧٥")]
    [InlineData("https://www.tiktok.com/@user/video/")]
    [InlineData("https://www.tiktok.com/@user/video/7106594312292453675/..")]
    [InlineData("https://www.tiktok.com/@us%2Fer/video/7106594312292453675")]
    [InlineData("https://www.tiktok.com/@us<er/video/7106594312292453675")]
    [InlineData("https://www.tiktok.com\\@user\\video\\7106594312292453675")]
    [InlineData("https://www.tiktok.com/?item_id=abc")]
    [InlineData("https://www.tiktok.com/?x_item_id=7106594312292453675")]
    [InlineData("https://vm.tiktok.com/ZTR45-GpSF")]
    [InlineData("https://www.tiktok.com/t/ZTR.45")]
    public void A_malformed_address_on_the_site_is_no_post(string text)
    {
        TikTokLink.TryParse(text, out var link).ShouldBeTrue();
        link.ShouldBeOfType<TikTokLink.Unsupported>().Kind.ShouldBe(UnsupportedKind.NotAPost);
    }

    [Fact]
    public void Ten_thousand_characters_are_refused()
    {
        TikTokLink.TryParse($"https://www.tiktok.com/@{new string('a', 10_000)}", out _).ShouldBeFalse();
        TikTokLink.TryParse(new string('/', 10_000), out _).ShouldBeFalse();
        TikTokLink.TryParse(new string('1', 10_000), out _).ShouldBeFalse();
    }

    [Fact]
    public void Blanks_around_do_not_count_towards_the_length()
    {
        TikTokLink.TryParse($"{new string(' ', 10_000)}@user", out var link).ShouldBeTrue();
        link.ShouldBe(new TikTokLink.Profile("user"));
    }

    [Fact]
    public void Parse_names_why_it_refuses()
    {
        Should.Throw<ClipyardException>(() => TikTokLink.Parse("hello")).Code.ShouldBe("invalid_parameter");
        Should.Throw<ClipyardException>(() => TikTokLink.Parse("https://evil.test/")).Code.ShouldBe("foreign_url");
        Should
            .Throw<ClipyardException>(() => TikTokLink.Parse("https://www.tiktok.com/explore"))
            .Code.ShouldBe("unsupported_url");
    }
}
