namespace Clipyard.Sandbox.Hosting;

/// <summary>From host, path and query to a <see cref="SandboxRoute"/>. Every address shape that leads to a post.</summary>
internal static class RouteParser
{
    public static SandboxRoute Parse(HostKind host, string path, IQueryCollection query)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return host switch
        {
            HostKind.ShortLink => ShortLink(parts.FirstOrDefault() ?? ""),
            HostKind.Video or HostKind.Delivery => File(parts),
            _ => OfficialRoutes.Find(host, path) is { } official
                ? new(official, RouteTarget.Official)
                : Site(host, parts, query),
        };
    }

    private static SandboxRoute Site(HostKind host, string[] parts, IQueryCollection query) =>
        parts switch
        {
            ["_sandbox", ..] when host == HostKind.Loopback => new(SandboxEndpoint.Control, RouteTarget.Control),
            [] => ItemIdOr(query, new(SandboxEndpoint.Other, RouteTarget.Home)),
            ["login", ..] => new(SandboxEndpoint.Other, RouteTarget.Login),
            [_, "about"] or ["about"] => new(SandboxEndpoint.Other, RouteTarget.About),
            ["t", var code] => ShortLink(code),
            ["share", "video", var id] => Watch(id, null),
            ["i18n", "share", "video", var id] => Watch(id, null),
            ["video", var id] => Watch(id, null),
            ["player", "v1", var id] => EmbedPost(id),
            ["embed", "v2", var id] => EmbedPost(id),
            ["embed", ['@', .. var user]] => new(SandboxEndpoint.Embed, RouteTarget.EmbedCreator) { Username = user },
            ["embed", var id] => EmbedPost(id),
            ["v", var file] when file.EndsWith(".html", StringComparison.Ordinal) => Watch(file[..^5], null) with
            {
                ForceMobile = true,
            },
            [['@', .. var user], "video", var id] => Watch(id, user),
            [['@', .. var user], "photo", var id] => new(SandboxEndpoint.Page, RouteTarget.Photo)
            {
                PostId = id,
                Username = user,
            },
            [['@', .. var user]] => new(SandboxEndpoint.Profile, RouteTarget.Profile) { Username = user },
            ["oembed"] => new(SandboxEndpoint.OEmbed, RouteTarget.OEmbed),
            ["api", "creator", "item_list"] => new(SandboxEndpoint.Listing, RouteTarget.CreatorList),
            ["api", "post", "item_list"] => new(SandboxEndpoint.Listing, RouteTarget.PostList),
            ["api", "collection", "item_list"] => new(SandboxEndpoint.Listing, RouteTarget.CollectionList),
            ["api", "user", "detail"] => new(SandboxEndpoint.Profile, RouteTarget.UserDetail)
            {
                Username = query["uniqueId"],
            },
            ["aweme", "v1", "play"] => new(SandboxEndpoint.Media, RouteTarget.Play)
            {
                PostId = query["item_id"],
                Key = query["file_id"],
            },
            _ => ItemIdOr(query, new(SandboxEndpoint.Other, RouteTarget.NotFound)),
        };

    private static SandboxRoute Watch(string id, string? user) =>
        new(SandboxEndpoint.Page, RouteTarget.Watch) { PostId = id, Username = user };

    private static SandboxRoute EmbedPost(string id) =>
        new(SandboxEndpoint.Embed, RouteTarget.EmbedPost) { PostId = id };

    private static SandboxRoute ShortLink(string code) =>
        new(SandboxEndpoint.ShortLink, RouteTarget.ShortLink) { Key = code };

    private static SandboxRoute ItemIdOr(IQueryCollection query, SandboxRoute otherwise) =>
        query.TryGetValue("item_id", out var id) && id.Count == 1 && id[0] is { Length: > 0 } post
            ? Watch(post, null)
            : otherwise;

    /// <summary>The token is the last segment before an extension, a template (<c>~tplv...</c>) or a track name.</summary>
    private static SandboxRoute File(string[] parts)
    {
        var last = parts.LastOrDefault() ?? "";
        if (last is "media-video-hvc1" && parts.Length > 1)
        {
            last = parts[^2];
        }

        var template = last.IndexOf('~', StringComparison.Ordinal);
        return new(SandboxEndpoint.Media, RouteTarget.File) { Key = template < 0 ? last : last[..template] };
    }
}
