using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Clipyard.Sandbox.Hosting;
using Clipyard.Sandbox.Media;
using Clipyard.Sandbox.Pages;
using Clipyard.Sandbox.Worlds;
using Microsoft.Extensions.Primitives;

namespace Clipyard.Sandbox.Listing;

/// <summary>The listing endpoints with what is known of their moods.</summary>
internal sealed class CreatorLists(SandboxWorld world, MediaAddresses addresses, SandboxClock clock)
{
    private const int MostPerPage = 35;
    private const int TooManyPerPage = 50;

    private readonly ItemJson _items = new(world, addresses);
    private readonly ConcurrentDictionary<string, JsonObject?> _bannedDevices = new(StringComparer.Ordinal);

    public void BanDevice(string deviceId) => _bannedDevices[deviceId] = null;

    public void AllowAllDevices() => _bannedDevices.Clear();

    /// <summary><c>/api/creator/item_list/</c>: newest first, everything older than the cursor in milliseconds.</summary>
    public SandboxResponse ByCreator(IQueryCollection query)
    {
        var device = query["device_id"].ToString();
        if (!_bannedDevices.TryGetValue(device, out var first))
        {
            return Json(CreatorPage(query));
        }

        // A banned device gets the same page for ever, whatever it asks for.
        first ??= CreatorPage(query);
        _bannedDevices[device] = first;
        return Json(first);
    }

    /// <summary>The newest page, whatever the cursor says.</summary>
    public SandboxResponse Repeat(IQueryCollection query)
    {
        var newest = new Dictionary<string, StringValues>(
            query.Where(pair => pair.Key is not "cursor"),
            StringComparer.Ordinal
        );
        return Json(CreatorPage(new QueryCollection(newest)));
    }

    /// <summary>An answer that claims success and has no list.</summary>
    public SandboxResponse WithoutList()
    {
        var answer = Answer([], clock.Now);
        answer.Remove("itemList");
        answer["hasMorePrevious"] = true;
        return Json(answer);
    }

    private JsonObject CreatorPage(IQueryCollection query)
    {
        var now = clock.Now;
        var count = (int)Number(query, "count", 15);
        if (count is < 1 or > TooManyPerPage)
        {
            return Refusal(10201);
        }

        var creator = world.FindCreatorBySecUid(query["secUid"]);
        if (creator is null or { StatusCode: not 0, Private: false })
        {
            return Refusal(10202);
        }

        var all = world.PostsOf(creator.Username);
        var page = Page(creator.Listing, all, Number(query, "cursor", now.ToUnixTimeMilliseconds()), count);
        var answer = Answer(page, now);
        answer["hasMorePrevious"] =
            page.Count == 0 ? all.Count > 0 && IsInside(query, all[^1]) : !ReferenceEquals(page[^1], all[^1]);
        answer["hasMoreLatest"] = page.Count > 0 && !ReferenceEquals(page[0], all[0]);
        answer["cursor"] =
            page.Count > 0 ? Milliseconds(page[^1]).ToString(CultureInfo.InvariantCulture) : query["cursor"].ToString();
        if (page.Count == 0 && creator.Listing.OmitEmptyList)
        {
            answer.Remove("itemList");
        }

        return answer;
    }

    /// <summary><c>/api/post/item_list/</c>: pinned first when asked; <c>hasMore</c> and a cursor in milliseconds.</summary>
    public SandboxResponse ByPosts(IQueryCollection query)
    {
        var now = clock.Now;
        if (world.FindCreatorBySecUid(query["secUid"]) is not { StatusCode: 0 } creator)
        {
            return Json(Refusal(10202));
        }

        var cursor = Number(query, "cursor", 0);
        var count = (int)Math.Clamp(Number(query, "count", 15), 1, MostPerPage);
        var all = world.PostsOf(creator.Username);
        var page = all.Where(post => cursor == 0 || Milliseconds(post) < cursor).Take(count).ToList();
        var pinned = cursor == 0 ? all.Where(post => post.IsPinned).ToList() : [];
        var answer = Answer([.. pinned, .. page.Except(pinned)], now);
        answer["hasMore"] = page.Count > 0 && !ReferenceEquals(page[^1], all[^1]);
        answer["cursor"] = (page.Count > 0 ? Milliseconds(page[^1]) : cursor).ToString(CultureInfo.InvariantCulture);
        return Json(answer);
    }

    /// <summary><c>/api/collection/item_list/</c>: the cursor counts posts.</summary>
    public SandboxResponse ByCollection(IQueryCollection query)
    {
        var now = clock.Now;
        var cursor = (int)Math.Max(0, Number(query, "cursor", 0));
        var count = (int)Math.Clamp(Number(query, "count", 30), 1, MostPerPage);
        var all = query["collectionId"] == DemoWorld.CollectionId ? world.PostsOf(DemoWorld.SunnyGarden) : [];
        var answer = Answer([.. all.Skip(cursor).Take(count)], now);
        answer["hasMore"] = cursor + count < all.Count;
        answer["cursor"] = (cursor + count).ToString(CultureInfo.InvariantCulture);
        return Json(answer);
    }

    private static List<SandboxPost> Page(ListingQuirks quirks, IReadOnlyList<SandboxPost> all, long cursor, int count)
    {
        var first = 0;
        while (first < all.Count && Milliseconds(all[first]) >= cursor)
        {
            first++;
        }

        var length = Math.Max(1, count - quirks.ShortBy);
        var overlap = Math.Min(Math.Min(quirks.Overlap, first), length - 1);
        var oldest = quirks.LookBack is { } back ? cursor - (long)back.TotalMilliseconds : long.MinValue;
        return [.. all.Skip(first - overlap).Take(length).Where(post => Milliseconds(post) >= oldest)];
    }

    private JsonObject Answer(IReadOnlyList<SandboxPost> page, DateTimeOffset now) =>
        new()
        {
            ["extra"] = new JsonObject
            {
                ["fatal_item_ids"] = new JsonArray(),
                ["logid"] = world.Sampler.Hex("log", 20).ToUpperInvariant(),
                ["now"] = now.ToUnixTimeMilliseconds(),
            },
            ["itemList"] = new JsonArray([.. page.Select(post => (JsonNode)_items.Write(post, ItemFlavor.Api, now))]),
            ["log_pb"] = new JsonObject { ["impr_id"] = "SANDBOX" },
            ["statusCode"] = 0,
            ["status_code"] = 0,
            ["status_msg"] = "",
        };

    private static JsonObject Refusal(int code) =>
        new()
        {
            ["hasMorePrevious"] = false,
            ["hasMoreLatest"] = false,
            ["statusCode"] = code,
            ["status_code"] = code,
            ["status_msg"] = "",
        };

    private static bool IsInside(IQueryCollection query, SandboxPost oldest) =>
        Number(query, "cursor", long.MaxValue) > Milliseconds(oldest);

    private static long Milliseconds(SandboxPost post) => post.CreatedAt.ToUnixTimeMilliseconds();

    private static SandboxResponse Json(JsonObject answer) => SandboxResponse.Json(PageJson.ForApi(answer));

    private static long Number(IQueryCollection query, string name, long otherwise) =>
        long.TryParse(query[name], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : otherwise;
}
