namespace Clipyard.Server.Accounts.Connecting;

/// <summary>An attempt and whose it is.</summary>
internal sealed class FoundAttempt
{
    public required ConnectAttempt Attempt { get; init; }

    public required string OwnerName { get; init; }

    public required string StorePrefix { get; init; }
}
