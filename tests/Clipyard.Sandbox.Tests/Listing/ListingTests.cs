using System.Text.Json;
using System.Text.Json.Nodes;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Worlds;
using Clipyard.Testing;

namespace Clipyard.Sandbox.Tests.Listing;

public sealed class ListingTests
{
    [Fact]
    public async Task All_posts_come_in_order_with_overlapping_pages_that_are_short()
    {
        await using var session = await StartAsync();
        var pages = await WalkAsync(session, DemoWorld.HarborLights, count: 15);

        var ids = pages.SelectMany(page => page).ToList();
        ids.Distinct(StringComparer.Ordinal).Count().ShouldBe(43);
        ids.Count.ShouldBeGreaterThan(43);
        pages[0].Count.ShouldBe(14);
        pages[1][..2].ShouldBe(pages[0][^2..]);
        ids.Distinct(StringComparer.Ordinal)
            .ShouldBe(session.Sandbox.World.PostsOf(DemoWorld.HarborLights).Select(post => post.Id));
    }

    [Fact]
    public async Task A_list_that_looks_back_a_week_is_empty_in_between_and_leaves_the_list_out()
    {
        await using var session = await StartAsync();
        var newest = session.Sandbox.World.PostsOf(DemoWorld.SlowLantern)[0].CreatedAt;

        var near = await ListAsync(session, DemoWorld.SlowLantern, newest.AddDays(1).ToUnixTimeMilliseconds());
        var between = await ListAsync(session, DemoWorld.SlowLantern, newest.AddDays(-1).ToUnixTimeMilliseconds());

        near["itemList"]!.AsArray().Count.ShouldBe(1);
        between.ContainsKey("itemList").ShouldBeFalse();
        between["hasMorePrevious"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task Numbers_are_numbers_in_answers()
    {
        await using var session = await StartAsync();

        var item = (await ListAsync(session, DemoWorld.SunnyGarden, long.MaxValue))["itemList"]![0]!;

        item["createTime"]!.GetValueKind().ShouldBe(JsonValueKind.Number);
        item["stats"]!["collectCount"]!.GetValueKind().ShouldBe(JsonValueKind.Number);
        item["video"]!["bitrateInfo"]![0]!["PlayAddr"]!["DataSize"]!.GetValueKind().ShouldBe(JsonValueKind.Number);
    }

    [Fact]
    public async Task A_banned_device_gets_the_same_page_for_ever()
    {
        await using var session = await StartAsync();
        session.Sandbox.BanDevice("7250000000000000001");

        var first = await ListAsync(session, DemoWorld.HarborLights, long.MaxValue, "7250000000000000001");
        var second = await ListAsync(session, DemoWorld.HarborLights, Cursor(first), "7250000000000000001");
        var other = await ListAsync(session, DemoWorld.HarborLights, Cursor(first), "7250000000000000002");

        Ids(second).ShouldBe(Ids(first));
        Ids(other).ShouldNotBe(Ids(first));
    }

    [Fact]
    public async Task A_fault_repeats_the_newest_page_or_leaves_the_list_out()
    {
        await using var session = await StartAsync();
        var first = await ListAsync(session, DemoWorld.HarborLights, long.MaxValue);
        session.Sandbox.Faults.Add(new SandboxFault { Kind = FaultKind.RepeatPage, Creator = DemoWorld.HarborLights });
        session.Sandbox.Faults.Add(new SandboxFault { Kind = FaultKind.MissingList, Creator = DemoWorld.HarborLights });

        var repeated = await ListAsync(session, DemoWorld.HarborLights, Cursor(first));
        var missing = await ListAsync(session, DemoWorld.HarborLights, Cursor(first));

        Ids(repeated).ShouldBe(Ids(first));
        missing.ContainsKey("itemList").ShouldBeFalse();
    }

    [Fact]
    public async Task Private_accounts_list_nothing_and_a_half_open_one_lists_its_posts()
    {
        await using var session = await StartAsync();

        var closed = await ListAsync(session, DemoWorld.QuietAttic, long.MaxValue);
        var open = await ListAsync(session, DemoWorld.HalfOpen, long.MaxValue);

        closed["itemList"]!.AsArray().ShouldBeEmpty();
        Ids(open).ShouldBe([DemoWorld.HalfOpenVideo]);
    }

    [Fact]
    public async Task Too_large_a_count_is_refused()
    {
        await using var session = await StartAsync();

        var answer = await ListAsync(session, DemoWorld.SunnyGarden, long.MaxValue, count: 51);

        answer["statusCode"]!.GetValue<int>().ShouldBe(10201);
    }

    [Fact]
    public async Task The_post_list_puts_pinned_posts_first_and_the_collection_counts()
    {
        await using var session = await StartAsync();
        var secUid = session.Sandbox.World.FindCreator(DemoWorld.SunnyGarden)!.SecUid;

        var posts = await JsonAsync(
            session,
            $"https://www.tiktok.com/api/post/item_list/?secUid={secUid}&count=15&cursor=0"
        );
        var collection = await JsonAsync(
            session,
            $"https://www.tiktok.com/api/collection/item_list/?collectionId={DemoWorld.CollectionId}&count=10&cursor=10"
        );

        posts["itemList"]![0]!["id"]!.GetValue<string>().ShouldBe(DemoWorld.Pinned);
        posts["itemList"]![0]!["isPinnedItem"]!.GetValue<bool>().ShouldBeTrue();
        posts["itemList"]!.AsArray().Count.ShouldBe(13);
        collection["itemList"]!.AsArray().Count.ShouldBe(3);
        collection["hasMore"]!.GetValue<bool>().ShouldBeFalse();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Task<SandboxSession> StartAsync() => SandboxSession.StartAsync(Token);

    private static async Task<List<List<string>>> WalkAsync(SandboxSession session, string username, int count)
    {
        var pages = new List<List<string>>();
        JsonObject page;
        var cursor = long.MaxValue;
        do
        {
            page = await ListAsync(session, username, cursor, count: count);
            pages.Add(Ids(page));
            cursor = Cursor(page);
        } while (page["hasMorePrevious"]!.GetValue<bool>());

        return pages;
    }

    private static Task<JsonObject> ListAsync(
        SandboxSession session,
        string username,
        long cursor,
        string device = "7250000000000000009",
        int count = 15
    )
    {
        var secUid = session.Sandbox.World.FindCreator(username)!.SecUid;
        return JsonAsync(
            session,
            $"https://www.tiktok.com/api/creator/item_list/?aid=1988&count={count}&cursor={cursor}&device_id={device}&secUid={secUid}&type=1"
        );
    }

    private static async Task<JsonObject> JsonAsync(SandboxSession session, string address) =>
        JsonNode.Parse(await session.GetTextAsync(address))!.AsObject();

    private static List<string> Ids(JsonObject page) =>
        [.. page["itemList"]!.AsArray().Select(item => item!["id"]!.GetValue<string>())];

    private static long Cursor(JsonObject page) => long.Parse(page["cursor"]!.GetValue<string>());
}
