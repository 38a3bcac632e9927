using System.Collections.Concurrent;
using Clipyard.TikTokApi.OAuth;

namespace TikTokUpload;

/// <summary>What one browser has begun and reached. A real program keeps the tokens encrypted, on the disk.</summary>
internal sealed class Connection
{
    private const string CookieName = "tiktok_upload";

    private static readonly ConcurrentDictionary<string, Connection> All = new(StringComparer.Ordinal);

    /// <summary>The consent that is being asked for; good once.</summary>
    public Authorization? Pending { get; set; }

    public TokenSet? Tokens { get; set; }

    /// <summary>The browser's own, found by a cookie that nobody can guess.</summary>
    public static Connection Of(HttpContext context)
    {
        if (context.Request.Cookies[CookieName] is { } known && All.TryGetValue(known, out var connection))
        {
            return connection;
        }

        var key = AuthorizationState.New();
        var options = new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            IsEssential = true,
        };
        context.Response.Cookies.Append(CookieName, key, options);
        return All.GetOrAdd(key, _ => new Connection());
    }
}
