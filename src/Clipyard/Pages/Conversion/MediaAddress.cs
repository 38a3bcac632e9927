using System.Globalization;

namespace Clipyard.Pages.Conversion;

/// <summary>What TikTok's media addresses say about themselves (docs/tiktok-web.md, "Addresses lapse").</summary>
internal static class MediaAddress
{
    /// <summary>Seen on H.265 files that have no sound track.</summary>
    private const string VideoOnlyEnding = "/media-video-hvc1/";

    /// <summary>Later than any real expiry (year 2100), to keep nonsense out of dates.</summary>
    private const long LatestUnixSeconds = 4_102_444_800;

    /// <summary>Addresses fit to fetch, each once; those of <c>www.tiktok.com</c>, which often fail, at the end.</summary>
    public static IReadOnlyList<string> Rank(IEnumerable<string>? addresses) =>
        addresses is null
            ? []
            :
            [
                .. addresses
                    .Where(IsUsable)
                    .Distinct(StringComparer.Ordinal)
                    .OrderBy(address => IsSiteItself(address) ? 1 : 0),
            ];

    /// <summary>The first that is fit to fetch.</summary>
    public static string? First(IEnumerable<string?>? addresses) => addresses?.FirstOrDefault(IsUsable);

    public static bool IsUsable(string? address) =>
        address is not null
        && (
            address.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || address.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        );

    public static bool IsVideoOnly(string address) =>
        WithoutQuery(address).EndsWith(VideoOnlyEnding, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether both lead to the same file, though host and signature may differ.</summary>
    public static bool AreSameFile(string one, string other) =>
        !IsSiteItself(one) && !IsSiteItself(other)
            ? PathOf(one).SequenceEqual(PathOf(other))
            : string.Equals(one, other, StringComparison.Ordinal);

    /// <summary>When the first of them lapses; null when none says.</summary>
    public static DateTimeOffset? ExpiryOf(IEnumerable<string> addresses) => addresses.Min(ExpiryOf);

    /// <summary>
    /// When it lapses: <c>expire=</c> (video), <c>x-expires=</c> (pictures) or the second part of the path in
    /// hexadecimal (sound and subtitles). Null when it does not say.
    /// </summary>
    public static DateTimeOffset? ExpiryOf(string address) =>
        FromUnix(QueryNumber(address, "expire=") ?? QueryNumber(address, "x-expires=") ?? PathNumber(address));

    /// <summary>Unix seconds as an instant; null when there are none or they make no sense.</summary>
    public static DateTimeOffset? FromUnix(long? seconds) =>
        seconds is > 0 and < LatestUnixSeconds ? DateTimeOffset.FromUnixTimeSeconds(seconds.Value) : null;

    private static long? QueryNumber(ReadOnlySpan<char> address, string name)
    {
        var query = address[WithoutQuery(address).Length..];
        for (var at = query.IndexOf(name, StringComparison.Ordinal); at > 0; at = IndexAfter(query, name, at))
        {
            if (query[at - 1] is '?' or '&')
            {
                var value = query[(at + name.Length)..];
                var end = value.IndexOf('&');
                return long.TryParse(end < 0 ? value : value[..end], NumberStyles.None, null, out var number)
                    ? number
                    : null;
            }
        }

        return null;
    }

    private static int IndexAfter(ReadOnlySpan<char> text, string name, int at)
    {
        var next = text[(at + 1)..].IndexOf(name, StringComparison.Ordinal);
        return next < 0 ? -1 : at + 1 + next;
    }

    // .../0123456789abcdef0123456789abcdef/69565c38/video/...
    private static long? PathNumber(ReadOnlySpan<char> address)
    {
        Span<Range> parts = stackalloc Range[3];
        var path = PathOf(address);
        return
            path.Split(parts, '/', StringSplitOptions.RemoveEmptyEntries) is 3
            && path[parts[0]].Length is 32
            && path[parts[1]].Length is 8
            && uint.TryParse(path[parts[1]], NumberStyles.AllowHexSpecifier, null, out var seconds)
            ? seconds
            : null;
    }

    private static bool IsSiteItself(ReadOnlySpan<char> address)
    {
        var host = AfterScheme(address);
        return host.StartsWith("www.tiktok.com/", StringComparison.OrdinalIgnoreCase);
    }

    private static ReadOnlySpan<char> PathOf(ReadOnlySpan<char> address)
    {
        var rest = WithoutQuery(AfterScheme(address));
        var slash = rest.IndexOf('/');
        return slash < 0 ? "" : rest[slash..];
    }

    private static ReadOnlySpan<char> AfterScheme(ReadOnlySpan<char> address)
    {
        var mark = address.IndexOf("://", StringComparison.Ordinal);
        return mark < 0 ? address : address[(mark + 3)..];
    }

    private static ReadOnlySpan<char> WithoutQuery(ReadOnlySpan<char> address)
    {
        var mark = address.IndexOfAny('?', '#');
        return mark < 0 ? address : address[..mark];
    }
}
