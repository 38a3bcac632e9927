namespace Clipyard.TikTokApi.OAuth;

internal sealed class TokenPayload
{
    public string? OpenId { get; init; }

    public string? Scope { get; init; }

    public string? AccessToken { get; init; }

    public long? ExpiresIn { get; init; }

    public string? RefreshToken { get; init; }

    public long? RefreshExpiresIn { get; init; }
}
