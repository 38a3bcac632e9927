namespace Clipyard.Server.Identity;

/// <summary>Everybody who may sign in, in the order of their making.</summary>
internal sealed record PersonListResponse(
    IReadOnlyList<PersonSummary> People,
    int Count,
    int Total,
    string? NextCursor
);
