namespace Clipyard.TikTokApi.OAuth;

/// <summary>What TikTok gave for one account. Printing it shows no token.</summary>
/// <remarks>A refresh may replace both tokens: store them together before the new access token is used.</remarks>
public sealed record TokenSet
{
    /// <summary>The account, as this app knows it. Opaque; another app sees another one.</summary>
    public required string OpenId { get; init; }

    /// <summary>The permissions that were granted.</summary>
    public required ScopeSet Scopes { get; init; }

    /// <summary>For calls.</summary>
    public required AccessToken AccessToken { get; init; }

    /// <summary>When <see cref="AccessToken"/> lapses: after 24 h as documented.</summary>
    public required DateTimeOffset AccessTokenExpiresAt { get; init; }

    /// <summary>For the next set of tokens.</summary>
    public required RefreshToken RefreshToken { get; init; }

    /// <summary>When <see cref="RefreshToken"/> lapses: a year after the consent as documented.</summary>
    public required DateTimeOffset RefreshTokenExpiresAt { get; init; }
}
