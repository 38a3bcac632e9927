namespace Clipyard.Server.Identity;

/// <summary>Somebody who may sign in, as administrators see them.</summary>
/// <param name="Id">Never changes.</param>
/// <param name="Name">What they sign in as.</param>
/// <param name="Role">What they may do beyond their own data.</param>
/// <param name="CreatedAt">When the account was made.</param>
/// <param name="LockedUntil">Until when wrong passwords keep everybody out; null: they do not.</param>
public sealed record PersonSummary(
    Guid Id,
    string Name,
    PersonRole Role,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LockedUntil
);
