using System.Net;
using System.Text.Json.Nodes;
using Clipyard.Sandbox.Worlds;
using Clipyard.Testing;

namespace Clipyard.Sandbox.Tests.Pages;

public sealed class ProfileAndEmbedTests
{
    [Fact]
    public async Task A_profile_has_rounded_and_exact_counts_and_a_long_key()
    {
        await using var session = await SandboxSession.StartAsync(Token);

        var info = (await DetailAsync(session, DemoWorld.SunnyGarden))["userInfo"]!;

        info["stats"]!["followerCount"]!.GetValue<long>().ShouldBe(783_400);
        info["statsV2"]!["followerCount"]!.GetValue<string>().ShouldBe("783427");
        info["stats"]!["heartCount"]!.GetValue<long>().ShouldBe(3_900_000);
        info["user"]!["secUid"]!.GetValue<string>().Length.ShouldBe(76);
        info["itemList"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(DemoWorld.QuietAttic, 10222)]
    [InlineData(DemoWorld.HalfOpen, 10222)]
    [InlineData(DemoWorld.Banned, 10221)]
    [InlineData(DemoWorld.NoSuchUser, 10202)]
    [InlineData(DemoWorld.EmptyShelf, 0)]
    [InlineData(DemoWorld.NumericName, 0)]
    [InlineData(DemoWorld.PaperKites, 0)]
    public async Task A_profile_says_its_status(string username, int code)
    {
        await using var session = await SandboxSession.StartAsync(Token);

        var detail = await DetailAsync(session, username);

        detail["statusCode"]!.GetValue<int>().ShouldBe(code);
    }

    [Fact]
    public async Task Only_the_embed_page_leads_to_the_account_behind_the_hidden_door()
    {
        await using var session = await SandboxSession.StartAsync(Token);

        var page = await session.GetTextAsync($"https://www.tiktok.com/@{DemoWorld.HiddenDoor}");
        var embed = await FrontityAsync(session, $"/embed/@{DemoWorld.HiddenDoor}");
        var post = embed["videoList"]![0]!["id"]!.GetValue<string>();
        var item = PageReader.Item(await session.GetTextAsync($"https://www.tiktok.com/@_/video/{post}"));

        PageReader.Scope(page, "webapp.user-detail").ShouldBeNull();
        item["author"]!["secUid"]!
            .GetValue<string>()
            .ShouldBe(session.Sandbox.World.FindCreator(DemoWorld.HiddenDoor)!.SecUid);
    }

    [Fact]
    public async Task The_embed_page_of_a_post_has_its_data_and_that_of_a_removed_one_an_error()
    {
        await using var session = await SandboxSession.StartAsync(Token);

        var there = await FrontityAsync(session, $"/embed/v2/{DemoWorld.PlainVideo}");
        var gone = await FrontityAsync(session, $"/embed/v2/{DemoWorld.Removed}");

        there["videoData"]!["itemInfos"]!["id"]!.GetValue<string>().ShouldBe(DemoWorld.PlainVideo);
        gone["isError"]!.GetValue<bool>().ShouldBeTrue();
        gone["errorCode"]!.GetValue<int>().ShouldBe(10204);
    }

    [Fact]
    public async Task OEmbed_names_a_post_and_refuses_a_removed_one()
    {
        await using var session = await SandboxSession.StartAsync(Token);

        var there = JsonNode.Parse(await session.GetTextAsync(OEmbed(DemoWorld.PlainVideo)))!;
        using var gone = await session.GetAsync(OEmbed(DemoWorld.Removed));

        there["embed_product_id"]!.GetValue<string>().ShouldBe(DemoWorld.PlainVideo);
        there["width"]!.GetValue<string>().ShouldBe("100%");
        gone.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_captured_page_answers_every_watch_address_and_may_not_run_scripts_on_our_origin()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "<html>captured</html>", Token);
        await using var session = await SandboxSession.StartAsync(Token, new SandboxOptions { PageFile = file });

        using var response = await session.GetAsync("https://www.tiktok.com/@anyone/video/1");
        File.Delete(file);

        (await response.Content.ReadAsStringAsync(Token)).ShouldBe("<html>captured</html>");
        response.Headers.GetValues("Content-Security-Policy").ShouldBe(["sandbox"]);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_world_and_another_seed_other_counts()
    {
        await using var one = await SandboxSession.StartAsync(Token);
        await using var same = await SandboxSession.StartAsync(Token);
        await using var other = await SandboxSession.StartAsync(Token, new SandboxOptions { Seed = 2 });

        Plays(one).ShouldBe(Plays(same));
        Plays(one).ShouldNotBe(Plays(other));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static List<long> Plays(SandboxSession session) =>
        [.. session.Sandbox.World.PostsOf(DemoWorld.SunnyGarden).Select(post => post.Counts.Plays)];

    private static string OEmbed(string id) =>
        $"https://www.tiktok.com/oembed?url={Uri.EscapeDataString($"https://www.tiktok.com/@sunny.garden/video/{id}")}";

    private static async Task<JsonObject> DetailAsync(SandboxSession session, string username) =>
        PageReader.Scope(await session.GetTextAsync($"https://www.tiktok.com/@{username}"), "webapp.user-detail")!;

    private static async Task<JsonObject> FrontityAsync(SandboxSession session, string path) =>
        PageReader.Script(await session.GetTextAsync("https://www.tiktok.com" + path), "__FRONTITY_CONNECT_STATE__")![
            "source"
        ]!["data"]![path]!.AsObject();
}
