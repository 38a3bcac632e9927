using System.Text.Json.Nodes;
using Clipyard.Sandbox.Hosting;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Sandbox.Control;

/// <summary>Accounts, posts and short links: list, add, change, remove.</summary>
internal sealed class WorldControl(SandboxServer server)
{
    public SandboxResponse? Handle(HttpRequest request, string[] parts, JsonObject body) =>
        (request.Method, parts) switch
        {
            ("GET", ["creators"]) => ControlJson.Answer(
                server.World.Creators.OrderBy(creator => creator.Username, StringComparer.Ordinal)
            ),
            ("GET", ["creators", var name]) => Found(server.World.FindCreator(name)),
            ("GET", ["creators", var name, "posts"]) => ControlJson.Answer(server.World.PostsOf(name)),
            ("POST", ["creators"]) => AddCreator(body),
            ("PATCH", ["creators", var name]) => ChangeCreator(name, body),
            ("DELETE", ["creators", var name]) => Removed(server.World.RemoveCreator(name)),
            ("GET", ["posts"]) => ControlJson.Answer(server.World.Posts.OrderByDescending(post => post.CreatedAt)),
            ("GET", ["posts", var id]) => Found(server.World.FindPost(id)),
            ("POST", ["posts"]) => AddPost(body),
            ("PATCH", ["posts", var id]) => Found(
                server.World.ChangePost(id, post => ControlJson.Read<SandboxPost>(Merge(ControlJson.Write(post), body)))
            ),
            ("DELETE", ["posts", var id]) => Removed(server.World.RemovePost(id)),
            ("GET", ["short-links"]) => ControlJson.Answer(server.World.ShortLinks),
            ("POST", ["short-links"]) => AddShortLink(body),
            _ => null,
        };

    private SandboxResponse AddCreator(JsonObject body)
    {
        var name = body["username"]?.GetValue<string>() ?? throw new FormatException("'username' is missing.");
        body["id"] ??= server
            .World.Sampler.Number("creator/" + name, 6_700_000_000_000_000_000, 7_300_000_000_000_000_000)
            .ToString();
        body["sec_uid"] ??= SecUids.For(name);
        var creator = ControlJson.Read<SandboxCreator>(body);
        server.World.AddCreator(creator);
        return ControlJson.Answer(creator, 201);
    }

    private SandboxResponse ChangeCreator(string name, JsonObject body)
    {
        if (server.World.FindCreator(name) is not { } creator)
        {
            return Missing();
        }

        var changed = ControlJson.Read<SandboxCreator>(Merge(ControlJson.Write(creator), body)) with
        {
            Username = creator.Username,
        };
        server.World.AddCreator(changed);
        return ControlJson.Answer(changed);
    }

    private SandboxResponse AddPost(JsonObject body)
    {
        var size = body["size_bytes"]?.GetValue<long>();
        body.Remove("size_bytes");
        body["id"] ??= server.NewPostId();
        if (body["renditions"] is null && body["images"] is null)
        {
            body["renditions"] = new JsonArray(ControlJson.Write(SandboxServer.PlainRendition(size)));
        }

        var post = ControlJson.Read<SandboxPost>(body);
        server.World.AddPost(post);
        return ControlJson.Answer(post, 201);
    }

    private SandboxResponse AddShortLink(JsonObject body)
    {
        var link = ControlJson.Read<SandboxShortLink>(body);
        server.World.AddShortLink(link);
        return ControlJson.Answer(link, 201);
    }

    private static JsonObject Merge(JsonObject old, JsonObject changes)
    {
        foreach (var (name, value) in changes)
        {
            old[name] = value?.DeepClone();
        }

        return old;
    }

    private static SandboxResponse Found<T>(T? value) => value is null ? Missing() : ControlJson.Answer(value);

    private static SandboxResponse Removed(bool removed) => removed ? SandboxResponse.Text("", 204) : Missing();

    private static SandboxResponse Missing() => ControlJson.Error(404, "There is no such thing.");
}
