using System.Globalization;
using System.Text.Json.Nodes;
using Clipyard.Sandbox.Hosting;
using Clipyard.Sandbox.Media;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Sandbox.Pages;

/// <summary>The embed pages of posts and creators. Shapes as parsers of others read them; no capture was found.</summary>
internal sealed class EmbedPages(SandboxWorld world, MediaAddresses addresses)
{
    private const string Tag = "<script id=\"__FRONTITY_CONNECT_STATE__\" type=\"application/json\">";
    private const int NewestPosts = 10;

    private readonly CreatorJson _creators = new(world, addresses);

    public SegmentedBody Post(string id, DateTimeOffset now)
    {
        var post = world.FindPost(id);
        return Page(
            $"/embed/v2/{id}",
            post is null or { StatusCode: not 0 } ? Error(post?.StatusCode ?? 10204) : Data(post, now)
        );
    }

    public SegmentedBody Creator(string username, DateTimeOffset now)
    {
        var creator = world.FindCreator(username);
        return Page(
            $"/embed/@{username}",
            creator is null or { Private: true } or { StatusCode: not 0 } ? Error(10202) : Data(creator, now)
        );
    }

    private static SegmentedBody Page(string path, JsonObject data)
    {
        data["isReady"] = true;
        data["link"] = path;
        return PageHtml.Only(
            Tag,
            new JsonObject { ["source"] = new JsonObject { ["data"] = new JsonObject { [path] = data } } }
        );
    }

    private static JsonObject Error(int code) =>
        new()
        {
            ["isError"] = true,
            ["errorCode"] = code,
            ["errorStatus"] = 400,
        };

    private JsonObject Data(SandboxPost post, DateTimeOffset now)
    {
        var files = world.FilesOf(post);
        var creator = world.FindCreator(post.Creator);
        var data = new JsonObject
        {
            ["itemInfos"] = new JsonObject
            {
                ["id"] = post.Id,
                ["text"] = post.Caption,
                ["createTime"] = post.CreatedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
                ["playCount"] = post.Counts.Plays,
                ["diggCount"] = post.Counts.Likes,
                ["commentCount"] = post.Counts.Comments,
                ["shareCount"] = post.Counts.Shares,
                ["covers"] = new JsonArray(
                    files.Cover is { } cover ? addresses.Image(cover, "p16", "tplv-tiktokx-origin.image", now) : ""
                ),
                ["isAd"] = post.IsAd,
                ["isECVideo"] = false,
                ["video"] = Video(files, now),
            },
            ["authorInfos"] = new JsonObject
            {
                ["uniqueId"] = post.Creator,
                ["nickName"] = creator?.Nickname ?? "",
                ["verified"] = creator?.Verified ?? false,
            },
            ["authorStats"] = new JsonObject { ["followerCount"] = Rounding.Round(creator?.Followers ?? 0) },
            ["musicInfos"] = new JsonObject
            {
                ["musicName"] = post.Sound?.Title ?? "",
                ["authorName"] = post.Sound?.Author ?? "",
                ["playUrl"] = files.Sound is { } sound ? new JsonArray(addresses.Sound(sound, now)) : new JsonArray(),
            },
        };
        if (post.IsPhoto)
        {
            data["imagePostInfo"] = new JsonObject
            {
                ["displayImages"] = new JsonArray([
                    .. files.Images.Select(image =>
                        (JsonNode)
                            new JsonObject
                            {
                                ["urlList"] = new JsonArray(
                                    addresses.Image(image, "p16", "tplv-photomode-image.jpeg", now)
                                ),
                            }
                    ),
                ]),
            };
        }

        return new JsonObject { ["videoData"] = data };
    }

    private JsonObject Video(PostFiles files, DateTimeOffset now)
    {
        var first = files.Renditions.Count > 0 ? files.Renditions[0] : null;
        return new JsonObject
        {
            ["urls"] = first is null
                ? new JsonArray()
                : new JsonArray(addresses.OnVideoHost(MediaAddresses.FirstVideoHost, first, videoOnly: false, now)),
            ["videoMeta"] = new JsonObject
            {
                ["duration"] = (first?.DurationMs ?? 0) / 1000,
                ["width"] = first?.Width ?? 0,
                ["height"] = first?.Height ?? 0,
            },
        };
    }

    private JsonObject Data(SandboxCreator creator, DateTimeOffset now) =>
        new()
        {
            ["userInfo"] = new JsonObject
            {
                ["id"] = creator.Id,
                ["uniqueId"] = creator.Username,
                ["nickname"] = creator.Nickname,
                ["signature"] = creator.Bio,
                ["avatarThumbUrl"] = _creators.Avatar(creator, 100, now),
                ["verified"] = creator.Verified,
                ["followerCount"] = Rounding.Round(creator.Followers),
                ["heartCount"] = Rounding.Round(creator.Hearts),
            },
            ["videoList"] = new JsonArray([
                .. world
                    .PostsOf(creator.Username)
                    .Take(NewestPosts)
                    .Select(post =>
                        (JsonNode)new JsonObject { ["id"] = post.Id, ["playCount"] = Rounding.Round(post.Counts.Plays) }
                    ),
            ]),
        };
}
