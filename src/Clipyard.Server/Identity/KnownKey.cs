using Clipyard.Server.Data;

namespace Clipyard.Server.Identity;

/// <summary>What authentication needs to know of a key.</summary>
/// <param name="Id">Which key.</param>
/// <param name="Owner">Whose.</param>
/// <param name="Scopes">What it may do, after what its owner may.</param>
/// <param name="AllowInQuery">Whether it may stand in an address.</param>
/// <param name="Defaults">What is said for it where a request says nothing.</param>
/// <param name="ExpiresAt">When it ends by itself; null: never.</param>
/// <param name="RevokedAt">When it was taken back; null: it was not.</param>
internal sealed record KnownKey(
    Guid Id,
    Owner Owner,
    KeyScopes Scopes,
    bool AllowInQuery,
    KeyDefaults Defaults,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? RevokedAt
);
