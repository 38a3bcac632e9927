using System.Text;
using System.Text.Json;
using Clipyard.TikTokApi.OAuth;

namespace Clipyard.Server.Accounts.Connecting;

/// <summary>What TikTok gave before anybody said that it may be kept. Sealed in the attempt's row.</summary>
internal sealed record PendingConnection(
    string OpenId,
    string Scopes,
    string AccessToken,
    DateTimeOffset AccessExpiresAt,
    string RefreshToken,
    DateTimeOffset RefreshExpiresAt,
    AccountProfile Profile
)
{
    public const string Purpose = "pending";

    public static PendingConnection Of(TokenSet tokens, AccountProfile profile) =>
        new(
            tokens.OpenId,
            tokens.Scopes.ToString(),
            tokens.AccessToken.Value,
            tokens.AccessTokenExpiresAt,
            tokens.RefreshToken.Value,
            tokens.RefreshTokenExpiresAt,
            profile
        );

    public static PendingConnection? Parse(string text) => JsonSerializer.Deserialize<PendingConnection>(text);

    public TokenSet Tokens() =>
        new()
        {
            OpenId = OpenId,
            Scopes = ScopeSet.Parse(Scopes),
            AccessToken = new AccessToken(AccessToken),
            AccessTokenExpiresAt = AccessExpiresAt,
            RefreshToken = new RefreshToken(RefreshToken),
            RefreshTokenExpiresAt = RefreshExpiresAt,
        };

    public string ToText() => JsonSerializer.Serialize(this);

    // Secrets do not belong into logs.
    private bool PrintMembers(StringBuilder text)
    {
        text.Append("OpenId = ").Append(OpenId);
        return true;
    }
}
