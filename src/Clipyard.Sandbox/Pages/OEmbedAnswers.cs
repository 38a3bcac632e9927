using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using Clipyard.Sandbox.Hosting;
using Clipyard.Sandbox.Media;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Sandbox.Pages;

/// <summary>The answers of <c>/oembed</c>, as captured in September 2026.</summary>
internal sealed class OEmbedAnswers(SandboxWorld world, MediaAddresses addresses)
{
    public SandboxResponse Write(string? url, DateTimeOffset now)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
        {
            return Error();
        }

        var route = RouteParser.Parse(TikTokHosts.Classify(address.Host), address.AbsolutePath, QueryCollection.Empty);
        return route switch
        {
            { PostId: { } id } when world.FindPost(id) is { StatusCode: 0 } post => Json(Post(post, now)),
            { Target: RouteTarget.Profile, Username: { } name }
                when world.FindCreator(name) is { StatusCode: 0 } creator => Json(Creator(creator)),
            _ => Error(),
        };
    }

    private static SandboxResponse Error() =>
        Json(new JsonObject { ["code"] = 400, ["message"] = "Something went wrong" }) with
        {
            Status = 400,
        };

    private static SandboxResponse Json(JsonObject answer) => SandboxResponse.Json(PageJson.ForApi(answer));

    private JsonObject Post(SandboxPost post, DateTimeOffset now)
    {
        var address = $"https://www.tiktok.com/@{post.Creator}/{(post.IsPhoto ? "photo" : "video")}/{post.Id}";
        var cover = world.FilesOf(post).Cover;
        var creator = world.FindCreator(post.Creator);
        return new JsonObject
        {
            ["version"] = "1.0",
            ["type"] = "video",
            ["title"] = post.Caption.Trim(),
            ["author_url"] = $"https://www.tiktok.com/@{post.Creator}",
            ["author_name"] = creator?.Nickname ?? "",
            ["width"] = "100%",
            ["height"] = "100%",
            ["html"] =
                $"<blockquote class=\"tiktok-embed\" cite=\"{address}\" data-video-id=\"{post.Id}\" data-embed-from=\"oembed\" "
                + $"style=\"max-width:605px; min-width:325px;\"> <section> <a target=\"_blank\" href=\"{address}\">"
                + $"@{post.Creator}</a> <p>{HtmlEncoder.Default.Encode(post.Caption)}</p> </section> </blockquote>",
            ["thumbnail_width"] = cover?.Width ?? 0,
            ["thumbnail_height"] = cover?.Height ?? 0,
            ["thumbnail_url"] = cover is null ? "" : addresses.Image(cover, "p19", "tplv-tiktokx-dmt-logom.image", now),
            ["provider_url"] = "https://www.tiktok.com",
            ["provider_name"] = "TikTok",
            ["author_unique_id"] = post.Creator,
            ["embed_product_id"] = post.Id,
            ["embed_type"] = "video",
        };
    }

    private static JsonObject Creator(SandboxCreator creator) =>
        new()
        {
            ["version"] = "1.0",
            ["type"] = "rich",
            ["title"] = $"{creator.Nickname}'s Creator Profile",
            ["author_url"] = $"https://www.tiktok.com/@{creator.Username}",
            ["author_name"] = creator.Nickname,
            ["width"] = "100%",
            ["height"] = "100%",
            ["html"] =
                $"<blockquote class=\"tiktok-embed\" cite=\"https://www.tiktok.com/@{creator.Username}\" "
                + $"data-unique-id=\"{creator.Username}\" data-embed-from=\"oembed\" data-embed-type=\"creator\"> </blockquote>",
            ["provider_url"] = "https://www.tiktok.com",
            ["provider_name"] = "TikTok",
            ["author_unique_id"] = creator.Username,
            ["embed_type"] = "creator",
        };
}
