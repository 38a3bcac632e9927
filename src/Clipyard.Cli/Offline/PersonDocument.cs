namespace Clipyard.Cli.Offline;

/// <summary>What <c>-j</c> prints of somebody who may sign in.</summary>
internal sealed record PersonDocument(
    string Id,
    string Name,
    string Role,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LockedUntil,
    string? Password
);
