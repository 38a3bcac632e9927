namespace Clipyard.Server.Identity;

/// <summary>A key to be made.</summary>
/// <param name="Name">What to call it.</param>
/// <param name="Scopes">What it may do: <c>read archive draft publish approve tasks admin</c>.</param>
/// <param name="ExpiresAt">When it ends by itself; null: never.</param>
/// <param name="AllowInQuery">Whether the routes for callers without headers accept it as <c>?api_key=</c>.</param>
/// <param name="DefaultAccountId">The connected account of posts that name none; null: none.</param>
/// <param name="DefaultCaption">The caption of posts that have no text; null: none.</param>
internal sealed record MakeKeyRequest(
    string? Name = null,
    IReadOnlyList<string?>? Scopes = null,
    DateTimeOffset? ExpiresAt = null,
    bool AllowInQuery = false,
    Guid? DefaultAccountId = null,
    string? DefaultCaption = null
);
