using Clipyard.TikTokApi.OAuth;

namespace Clipyard.TikTokApi.Accounts;

/// <summary>The names of a profile's fields, by the permission that each needs.</summary>
public static class UserFields
{
    /// <summary>Those of <see cref="TikTokScopes.UserInfoBasic"/>.</summary>
    public static IReadOnlyList<string> Basic { get; } =
    ["open_id", "union_id", "avatar_url", "avatar_url_100", "avatar_large_url", "display_name"];

    /// <summary>Those of <see cref="TikTokScopes.UserInfoProfile"/>.</summary>
    public static IReadOnlyList<string> Profile { get; } =
    ["bio_description", "profile_deep_link", "profile_web_link", "is_verified", "username"];

    /// <summary>Those of <see cref="TikTokScopes.UserInfoStats"/>.</summary>
    public static IReadOnlyList<string> Stats { get; } =
    ["follower_count", "following_count", "likes_count", "video_count"];

    /// <summary>All that these permissions cover.</summary>
    public static IReadOnlyList<string> CoveredBy(ScopeSet granted)
    {
        ArgumentNullException.ThrowIfNull(granted);
        return
        [
            .. granted.Contains(TikTokScopes.UserInfoBasic) ? Basic : [],
            .. granted.Contains(TikTokScopes.UserInfoProfile) ? Profile : [],
            .. granted.Contains(TikTokScopes.UserInfoStats) ? Stats : [],
        ];
    }
}
