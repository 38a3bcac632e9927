namespace Clipyard.TikTokApi.Accounts;

/// <summary>A connected person's profile. What was not asked for, or not granted, is null.</summary>
public sealed record UserInfo
{
    /// <summary>The person, as this app knows them.</summary>
    public string? OpenId { get; init; }

    /// <summary>The person, as all apps of one developer know them.</summary>
    public string? UnionId { get; init; }

    /// <summary>A signed address that lapses.</summary>
    public string? AvatarUrl { get; init; }

    /// <summary>The same, 100 pixels wide.</summary>
    public string? AvatarUrl100 { get; init; }

    /// <summary>The same, larger.</summary>
    public string? AvatarLargeUrl { get; init; }

    /// <summary>The name that is shown.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The biography; empty when there is none.</summary>
    public string? BioDescription { get; init; }

    /// <summary>A short link to the profile; another one at every call.</summary>
    public string? ProfileDeepLink { get; init; }

    /// <summary>The profile's address on the web.</summary>
    public string? ProfileWebLink { get; init; }

    /// <summary>Whether the account has the verified mark.</summary>
    public bool? IsVerified { get; init; }

    /// <summary>The name behind the @.</summary>
    public string? Username { get; init; }

    /// <summary>How many follow the account.</summary>
    public long? FollowerCount { get; init; }

    /// <summary>How many it follows.</summary>
    public long? FollowingCount { get; init; }

    /// <summary>Likes of all its videos.</summary>
    public long? LikesCount { get; init; }

    /// <summary>Its public videos.</summary>
    public long? VideoCount { get; init; }
}
