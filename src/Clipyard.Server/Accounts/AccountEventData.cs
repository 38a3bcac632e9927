namespace Clipyard.Server.Accounts;

/// <summary>What an event about an account says. Nothing secret.</summary>
internal sealed record AccountEventData(
    Guid AccountId,
    string? Username,
    string? DisplayName,
    AccountState State,
    string? Reason
);
