using System.Text.Json.Nodes;
using Clipyard.Sandbox.Hosting;
using Clipyard.Sandbox.Media;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Sandbox.Pages;

/// <summary>The watch page in each of its forms.</summary>
internal sealed class WatchPages(SandboxWorld world, MediaAddresses addresses, PageHtml html)
{
    private readonly ItemJson _items = new(world, addresses);

    public SegmentedBody Write(SandboxPost post, PageShape shape, DateTimeOffset now) =>
        shape switch
        {
            PageShape.Reflow => html.Universal(
                new JsonObject { ["seo.abtest"] = Seo(post.Id, ""), ["webapp.reflow.video.detail"] = Reflow(post, now) }
            ),
            PageShape.ReflowNested => html.Universal(
                new JsonObject
                {
                    ["seo.abtest"] = Seo(post.Id, ""),
                    ["webapp.reflow.video.detail"] = new JsonObject { ["videoDetail"] = Reflow(post, now) },
                }
            ),
            PageShape.ApiData => html.UniversalAnd(
                new JsonObject { ["seo.abtest"] = Seo(post.Id, "") },
                "<script id=\"api-data\" type=\"application/json\">",
                new JsonObject
                {
                    ["videoDetail"] = Detail(post, ItemFlavor.Mobile, "statusMessage", now),
                    ["commentList"] = new JsonArray(),
                }
            ),
            PageShape.SigiState => PageHtml.Only(
                "<script id=\"SIGI_STATE\" type=\"application/json\">",
                Sigi(post, now)
            ),
            PageShape.SigiPersisted => PageHtml.Only("<script id=\"sigi-persisted-data\">", Sigi(post, now)),
            PageShape.NextData => PageHtml.Only(
                "<script id=\"__NEXT_DATA__\" type=\"application/json\" crossorigin=\"anonymous\">",
                NextData(post, now)
            ),
            PageShape.BrowserSaved => html.Universal(Desktop(post, now), PageHtml.BrowserSavedTag),
            PageShape.Shell => html.Universal(
                new JsonObject
                {
                    ["seo.abtest"] = new JsonObject
                    {
                        ["canonical"] = "https://www.tiktok.com/explore",
                        ["pageId"] = "0",
                    },
                }
            ),
            _ => html.Universal(Desktop(post, now)),
        };

    /// <summary>What a desktop gets for <c>/photo/ID</c>: only the canonical address names the post.</summary>
    public SegmentedBody WriteWithoutDetail(string username, string id) =>
        html.Universal(
            new JsonObject
            {
                ["seo.abtest"] = new JsonObject
                {
                    ["canonical"] = $"https://www.tiktok.com/@{username}/photo/{id}",
                    ["pageId"] = id,
                },
            }
        );

    /// <summary>What there is for an id that no post has.</summary>
    public static SandboxPost Missing(string id) =>
        new()
        {
            Id = id,
            Creator = "",
            StatusCode = 10204,
            StatusMessage = "item doesn't exist",
        };

    private JsonObject Desktop(SandboxPost post, DateTimeOffset now) =>
        new()
        {
            ["seo.abtest"] = Seo(post.Id, post.Creator, post.IsPhoto ? "photo" : "video"),
            ["webapp.video-detail"] = Detail(post, ItemFlavor.Desktop, "statusMsg", now),
        };

    private JsonObject Reflow(SandboxPost post, DateTimeOffset now) =>
        Detail(post, ItemFlavor.Mobile, "statusMessage", now);

    private JsonObject Detail(SandboxPost post, ItemFlavor flavor, string messageKey, DateTimeOffset now)
    {
        if (post.StatusCode != 0)
        {
            return new JsonObject { ["statusCode"] = post.StatusCode, [messageKey] = post.StatusMessage };
        }

        return new JsonObject
        {
            ["itemInfo"] = new JsonObject { ["itemStruct"] = _items.Write(post, flavor, now) },
            ["shareMeta"] = new JsonObject { ["title"] = $"{post.Creator} on TikTok", ["desc"] = post.Caption },
            ["statusCode"] = 0,
            [messageKey] = post.StatusMessage,
        };
    }

    private JsonObject Sigi(SandboxPost post, DateTimeOffset now)
    {
        var modules = new JsonObject();
        if (post.StatusCode == 0)
        {
            modules[post.Id] = _items.WriteSigi(post, now);
        }

        return new JsonObject
        {
            ["AppContext"] = new JsonObject { ["lang"] = "en" },
            ["ItemModule"] = modules,
            ["VideoPage"] = new JsonObject { ["statusCode"] = post.StatusCode, ["statusMsg"] = post.StatusMessage },
        };
    }

    private JsonObject NextData(SandboxPost post, DateTimeOffset now)
    {
        var page = new JsonObject
        {
            ["statusCode"] = post.StatusCode,
            ["statusMsg"] = post.StatusMessage,
            ["videoId"] = post.Id,
        };
        if (post.StatusCode == 0)
        {
            page["itemInfo"] = new JsonObject { ["itemStruct"] = _items.Write(post, ItemFlavor.NextData, now) };
        }

        return new JsonObject
        {
            ["props"] = new JsonObject { ["initialProps"] = new JsonObject(), ["pageProps"] = page },
            ["page"] = "/share/video",
        };
    }

    private static JsonObject Seo(string id, string username, string kind = "video") =>
        new() { ["canonical"] = $"https://www.tiktok.com/@{username}/{kind}/{id}", ["pageId"] = id };
}
