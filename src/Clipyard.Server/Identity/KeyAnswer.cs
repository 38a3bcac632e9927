namespace Clipyard.Server.Identity;

/// <summary>An API key, without its secret.</summary>
/// <param name="Id">Which.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="Prefix">The first characters of the key, to recognise it by.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="AllowInQuery">Whether the routes for callers without headers accept it as <c>?api_key=</c>.</param>
/// <param name="DefaultAccountId">The connected account of posts that name none; null: none.</param>
/// <param name="DefaultCaption">The caption of posts that have no text; null: none.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">When it ends by itself; null: never.</param>
/// <param name="LastUsedAt">Its last use; null: never used.</param>
/// <param name="RevokedAt">When it was taken back; null: it was not.</param>
internal record KeyAnswer(
    Guid Id,
    string Name,
    string Prefix,
    IReadOnlyList<string> Scopes,
    bool AllowInQuery,
    Guid? DefaultAccountId,
    string? DefaultCaption,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? LastUsedAt,
    DateTimeOffset? RevokedAt
)
{
    public static KeyAnswer Of(ApiKey key, KeyUses uses) =>
        new(
            key.Id,
            key.Name,
            key.Prefix,
            ScopeNames.Of(key.Scopes),
            key.AllowInQuery,
            key.DefaultAccountId,
            key.DefaultCaption,
            key.CreatedAt,
            key.ExpiresAt,
            uses.Unsaved(key.Id) ?? key.LastUsedAt,
            key.RevokedAt
        );
}
