using Clipyard.Links;

namespace Clipyard.Tests.Links;

/// <summary>What holds for every text, tried on many that are put together at random (always the same ones).</summary>
public sealed class RandomLinkTests
{
    private static readonly string[] Pieces =
    [
        "https://",
        "http://",
        "//",
        "www.",
        "m.",
        "vm.",
        "vt.",
        "tiktok.com",
        "tiktokv.com",
        "evil.test",
        "/",
        "\\",
        "@",
        "%40",
        "user",
        "_",
        "video",
        "photo",
        "/video/",
        "/photo/",
        "share",
        "embed",
        "v2",
        "t",
        "live",
        "tag",
        "collection",
        "7106594312292453675",
        "710659431229245367",
        ".html",
        "?",
        "item_id=",
        "&",
        "#",
        ":",
        ":443",
        ".",
        "..",
        "-",
        " ",
        "\u200B",
        "\uD83D",
        "😀",
        "ü",
        "[",
        "]",
        "MS4wLjABAAAATh8Vewkn0LYM7Fo03iec3qKdeCUOcBIouRk1mkiag6h3o_pQu_dUXvZ2EZlGST7_",
    ];

    [Fact]
    public void No_text_throws_and_every_canonical_address_reads_as_itself()
    {
        var random = new Random(20260901);
        var links = 0;
        for (var round = 0; round < 200_000; round++)
        {
            var text = string.Concat(random.GetItems(Pieces, random.Next(1, 12)));
            if (!TikTokLink.TryParse(text, out var link))
            {
                continue;
            }

            links++;
            TikTokLink.TryParse(link.CanonicalUrl, out var again).ShouldBeTrue(text);
            again.ShouldBe(link, text);
        }

        links.ShouldBeGreaterThan(10_000);
    }

    [Fact]
    public void Only_the_sites_own_hosts_lead_to_posts_and_creators()
    {
        var random = new Random(20260902);
        for (var round = 0; round < 100_000; round++)
        {
            var text = $"https://{string.Concat(random.GetItems(Pieces, random.Next(1, 8)))}";
            if (
                !TikTokLink.TryParse(text, out var link)
                || link is TikTokLink.Foreign
                || !Uri.TryCreate(text, UriKind.Absolute, out var uri)
            )
            {
                continue;
            }

            // The framework's own reading of the address agrees about whose it is.
            $".{uri.Host}".ShouldMatch(@"\.tiktokv?\.com$", text);
        }
    }
}
