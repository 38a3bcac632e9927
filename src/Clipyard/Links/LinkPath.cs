using System.Buffers;

namespace Clipyard.Links;

/// <summary>Says what an address on one of TikTok's hosts leads to.</summary>
internal static class LinkPath
{
    /// <summary>The deepest shape is <c>/i18n/share/video/ID</c>; one more tells a deeper path from it.</summary>
    private const int MaxSegments = 5;

    /// <summary>A secUid has 76 characters, a username at most 24.</summary>
    private const int MaxNameLength = 128;

    private const int MaxCodeLength = 64;

    private const string Www = "www.tiktok.com";

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-"
    );

    private static readonly SearchValues<char> CodeCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_"
    );

    /// <summary>Whether TikTok could use this as a username or secUid. Real ones begin, end and repeat with any of these.</summary>
    public static bool IsName(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= MaxNameLength && !text.ContainsAnyExcept(NameCharacters);

    /// <summary>Reads path and query.</summary>
    /// <param name="host">One of TikTok's hosts, in any case.</param>
    /// <param name="pathAndQuery">What follows the host; may be empty.</param>
    public static TikTokLink Read(ReadOnlySpan<char> host, ReadOnlySpan<char> pathAndQuery)
    {
        var fragment = pathAndQuery.IndexOf('#');
        var target = fragment < 0 ? pathAndQuery : pathAndQuery[..fragment];
        var question = target.IndexOf('?');
        var path = question < 0 ? target : target[..question];
        var query = question < 0 ? "" : target[(question + 1)..];

        return (IsSiteHost(host) ? ReadPath(host, path) ?? ReadQuery(query) : null)
            ?? Unsupported(UnsupportedKind.NotAPost, host, path);
    }

    private static TikTokLink? ReadPath(ReadOnlySpan<char> host, ReadOnlySpan<char> path)
    {
        Span<Range> ranges = stackalloc Range[MaxSegments];
        // Empty parts are dropped: short links are seen with two slashes at their end.
        var count = path.Split(ranges, '/', StringSplitOptions.RemoveEmptyEntries);
        if (count is 0)
        {
            return null;
        }

        var first = path[ranges[0]];
        var second = count > 1 ? path[ranges[1]] : "";
        var third = count > 2 ? path[ranges[2]] : "";

        if (first[0] is '@' || first.StartsWith("%40", StringComparison.Ordinal))
        {
            return ReadCreatorPath(host, path, first[(first[0] is '@' ? 1 : 3)..], count, second, third);
        }

        return count switch
        {
            1 => IsShortHost(host) && IsCode(first) ? new TikTokLink.ShortLink(Lower(host), first.ToString()) : null,
            2 => ReadPair(host, path, first, second),
            3 when first is "share" && second is "live" => Unsupported(UnsupportedKind.Live, host, path),
            3 => IsFramed(first, second) ? Video(third) : null,
            4 => first is "i18n" && second is "share" && third is "video" ? Video(path[ranges[3]]) : null,
            _ => null,
        };
    }

    private static TikTokLink? ReadPair(
        ReadOnlySpan<char> host,
        ReadOnlySpan<char> path,
        ReadOnlySpan<char> first,
        ReadOnlySpan<char> second
    ) =>
        first switch
        {
            "t" => IsCode(second) ? new TikTokLink.ShortLink(Www, second.ToString()) : null,
            "video" or "embed" => Video(second),
            "v" => Video(second.EndsWith(".html", StringComparison.Ordinal) ? second[..^".html".Length] : second),
            "tag" => Unsupported(UnsupportedKind.Tag, host, path),
            "music" => Unsupported(UnsupportedKind.Music, host, path),
            "sticker" => Unsupported(UnsupportedKind.Effect, host, path),
            _ => null,
        };

    private static bool IsFramed(ReadOnlySpan<char> first, ReadOnlySpan<char> second) =>
        (first is "embed" && second is "v2")
        || (first is "player" && second is "v1")
        || (first is "share" && second is "video");

    private static TikTokLink? ReadCreatorPath(
        ReadOnlySpan<char> host,
        ReadOnlySpan<char> path,
        ReadOnlySpan<char> name,
        int count,
        ReadOnlySpan<char> second,
        ReadOnlySpan<char> third
    )
    {
        if (name is not "" && !IsName(name))
        {
            return null;
        }

        return count switch
        {
            1 => name is "" ? null : new TikTokLink.Profile(name.ToString()),
            2 => second is "live" ? Unsupported(UnsupportedKind.Live, host, path) : null,
            3 => second switch
            {
                "video" => VideoId.IsId(third) ? new TikTokLink.Video(VideoId.FromDigits(third), Username(name)) : null,
                "photo" => VideoId.IsId(third) ? new TikTokLink.Photo(VideoId.FromDigits(third), Username(name)) : null,
                "collection" => Unsupported(UnsupportedKind.Collection, host, path),
                "playlist" => Unsupported(UnsupportedKind.Playlist, host, path),
                _ => null,
            },
            _ => null,
        };
    }

    /// <summary>Some redirects end on a page that names the post only in its query.</summary>
    private static TikTokLink.Video? ReadQuery(ReadOnlySpan<char> query)
    {
        foreach (var range in query.Split('&'))
        {
            var pair = query[range];
            if (pair.StartsWith("item_id=", StringComparison.Ordinal))
            {
                return Video(pair["item_id=".Length..]);
            }
        }

        return null;
    }

    private static TikTokLink.Video? Video(ReadOnlySpan<char> id) =>
        VideoId.IsId(id) ? new TikTokLink.Video(VideoId.FromDigits(id)) : null;

    /// <summary><c>_</c> stands where an app knew no name. Other stand-ins (<c>i</c>, <c>a</c>) might be somebody's.</summary>
    private static string? Username(ReadOnlySpan<char> name) => name is "" or "_" ? null : name.ToString();

    private static bool IsCode(ReadOnlySpan<char> text) =>
        text.Length <= MaxCodeLength && !text.ContainsAnyExcept(CodeCharacters);

    private static bool IsShortHost(ReadOnlySpan<char> host) => Is(host, "vm.tiktok.com") || Is(host, "vt.tiktok.com");

    /// <summary>Hosts of the site itself. Others (for advertisers, sellers, media) are TikTok's, but hold no posts.</summary>
    private static bool IsSiteHost(ReadOnlySpan<char> host) =>
        Is(host, Www)
        || Is(host, "tiktok.com")
        || Is(host, "m.tiktok.com")
        || IsShortHost(host)
        || Is(host, "t.tiktok.com")
        || Is(host, "pro.tiktok.com")
        || Is(host, "www.tiktokv.com")
        || Is(host, "m.tiktokv.com")
        || Is(host, "tiktokv.com");

    private static TikTokLink.Unsupported Unsupported(
        UnsupportedKind kind,
        ReadOnlySpan<char> host,
        ReadOnlySpan<char> path
    )
    {
        var site = Is(host, "tiktok.com") ? Www : Lower(host);
        var shown = path is "" || path.Contains('\\') ? "/" : path;
        return new TikTokLink.Unsupported(kind) { Url = $"https://{site}{shown}" };
    }

    private static bool Is(ReadOnlySpan<char> host, string name) =>
        host.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static string Lower(ReadOnlySpan<char> host) => host.ToString().ToLowerInvariant();
}
