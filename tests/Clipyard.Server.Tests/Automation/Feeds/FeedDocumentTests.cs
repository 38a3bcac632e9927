using System.Globalization;
using System.Net;
using System.Xml.Linq;
using Clipyard.Server.Automation.Feeds;

namespace Clipyard.Server.Tests.Automation.Feeds;

public sealed class FeedDocumentTests
{
    [Fact]
    public async Task A_feed_has_what_rss_and_podcast_programs_demand()
    {
        await using var host = await FeedHost.StartAsync();
        var clip = await host.KeepAsync("7000000000000000001", "Blühende Gärten 🌻\nSecond line #tag");
        var url = await host.MakeAsync();

        using var response = await host.AskAsync(url);
        response.Content.Headers.ContentType!.ToString().ShouldBe("application/rss+xml; charset=utf-8");
        var channel = await host.ReadAsync(url);

        channel.Parent!.Attribute("version")!.Value.ShouldBe("2.0");
        channel.Element("title")!.Value.ShouldBe("@anna_films");
        channel.Element("link")!.Value.ShouldBe("https://www.tiktok.com/@anna_films");
        channel.Element("description")!.Value.ShouldNotBeEmpty();
        var self = channel.Element(FeedHost.Atom + "link")!;
        self.Attribute("href")!.Value.ShouldBe(url);
        self.Attribute("rel")!.Value.ShouldBe("self");
        channel.Element(FeedHost.Itunes + "explicit")!.Value.ShouldBe("false");
        channel.Element(FeedHost.Itunes + "author")!.Value.ShouldBe("@anna_films");
        var item = channel.Elements("item").ShouldHaveSingleItem();
        item.Element("title")!.Value.ShouldBe("Blühende Gärten 🌻");
        item.Element("description")!.Value.ShouldBe("Blühende Gärten 🌻\nSecond line #tag");
        item.Element("guid")!.Value.ShouldBe("7000000000000000001");
        item.Element("guid")!.Attribute("isPermaLink")!.Value.ShouldBe("false");
        DateTimeOffset
            .ParseExact(item.Element("pubDate")!.Value, "r", CultureInfo.InvariantCulture)
            .ShouldBe(clip.PostedAt);
        item.Element(FeedHost.Itunes + "duration")!.Value.ShouldBe("13");
        var enclosure = item.Element("enclosure")!;
        enclosure.Attribute("url")!.Value.ShouldBe($"{url}/7000000000000000001.mp4");
        enclosure.Attribute("length")!.Value.ShouldBe("1000");
        enclosure.Attribute("type")!.Value.ShouldBe("video/mp4");
        channel.DescendantsAndSelf().ShouldAllBe(element => HasOneOfEach(element));
    }

    [Theory]
    [InlineData("control \u0001\u0000\u001f characters", "control  characters")]
    [InlineData("]]> & <b>bold</b> \"'", "]]> & <b>bold</b> \"'")]
    [InlineData("no character \ufffe\uffff", "no character")]
    [InlineData("\r\n  \n  third line counts  ", "third line counts")]
    [InlineData("", "Post 7000000000000000001")]
    [InlineData(" \n\t", "Post 7000000000000000001")]
    [InlineData("=cmd", "=cmd")]
    [InlineData("العربية ثم English", "العربية ثم English")]
    public async Task Odd_captions_are_read_as_xml_again(string caption, string title)
    {
        await using var host = await FeedHost.StartAsync();
        await host.KeepAsync("7000000000000000001", caption);
        var url = await host.MakeAsync();
        var channel = await host.ReadAsync(url);

        channel.Element("item")!.Element("title")!.Value.ShouldBe(title);
    }

    [Fact]
    public void Halves_of_pairs_are_left_out()
    {
        FeedText.Clean("half \ud83c pair").ShouldBe("half  pair");
        FeedText.Clean("other \udf3b half \ud83c").ShouldBe("other  half ");
        FeedText.Clean("whole 🌻").ShouldBe("whole 🌻");
    }

    [Fact]
    public async Task Long_first_lines_are_cut_between_characters()
    {
        await using var host = await FeedHost.StartAsync();
        const string family = "👩‍👩‍👧‍👦";
        await host.KeepAsync("7000000000000000001", string.Concat(Enumerable.Repeat(family, 30)));

        var title = (await host.ReadAsync(await host.MakeAsync())).Element("item")!.Element("title")!.Value;

        title.Length.ShouldBeLessThanOrEqualTo(100);
        title.ShouldBe(string.Concat(Enumerable.Repeat(family, 9)) + "…");
    }

    [Fact]
    public async Task An_empty_feed_is_a_feed()
    {
        await using var host = await FeedHost.StartAsync();

        var channel = await host.ReadAsync(await host.MakeAsync());

        channel.Elements("item").ShouldBeEmpty();
        channel.Element("title").ShouldNotBeNull();
    }

    [Fact]
    public async Task Photo_posts_play_their_sound_or_show_their_first_picture()
    {
        await using var host = await FeedHost.StartAsync();
        await host.KeepAsync("7000000000000000001", "silent", ".jpg", ".jpg");
        await host.KeepAsync("7000000000000000002", "with sound", ".webp", ".webp", ".m4a");
        await host.KeepAsync("7000000000000000003", "sound alone", ".m4a");
        var url = await host.MakeAsync();

        var items = (await host.ReadAsync(url)).Elements("item").ToList();

        items
            .Select(Enclosure)
            .ShouldBe([
                $"{url}/7000000000000000003.m4a audio/mp4 1000",
                $"{url}/7000000000000000002.m4a audio/mp4 1002",
                $"{url}/7000000000000000001.jpg image/jpeg 1000",
            ]);
        items[1]
            .Element(FeedHost.Itunes + "image")!
            .Attribute("href")!
            .Value.ShouldBe($"{url}/7000000000000000002.webp");
        items[0].Element(FeedHost.Itunes + "image").ShouldBeNull();
        foreach (var item in items)
        {
            using var file = await host.AskAsync(item.Element("enclosure")!.Attribute("url")!.Value);
            file.StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task The_newest_hundred_are_told_unless_another_number_is_asked_for()
    {
        await using var host = await FeedHost.StartAsync();
        for (var i = 0; i < 103; i++)
        {
            await host.KeepAsync((7_000_000_000_000_000_000 + i).ToString(CultureInfo.InvariantCulture));
        }

        var url = await host.MakeAsync();

        var first = (await host.ReadAsync(url)).Elements("item").Select(item => item.Element("guid")!.Value).ToList();
        first.Count.ShouldBe(100);
        first[0].ShouldBe("7000000000000000102");
        first.ShouldBe(first.OrderDescending(StringComparer.Ordinal));
        (await host.ReadAsync(url + "?limit=500")).Elements("item").Count().ShouldBe(103);
        (await host.ReadAsync(url + "?limit=1")).Elements("item").Count().ShouldBe(1);
        foreach (var limit in (string[])["0", "501", "many"])
        {
            using var refused = await host.AskAsync($"{url}?limit={limit}");
            refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }
    }

    private static string Enclosure(XElement item)
    {
        var enclosure = item.Element("enclosure")!;
        return $"{enclosure.Attribute("url")!.Value} {enclosure.Attribute("type")!.Value} {enclosure.Attribute("length")!.Value}";
    }

    private static bool HasOneOfEach(XElement element) =>
        element
            .Elements()
            .Where(child => child.Name != "item")
            .GroupBy(child => child.Name)
            .All(same => same.Count() == 1);
}
