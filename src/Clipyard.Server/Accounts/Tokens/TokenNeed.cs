namespace Clipyard.Server.Accounts.Tokens;

/// <summary>What a token must be like.</summary>
/// <param name="Ahead">How much life it must have left by our clock.</param>
/// <param name="Refused">Which one TikTok just refused, whatever our clock says; null: none.</param>
internal sealed record TokenNeed(TimeSpan Ahead, long? Refused = null)
{
    /// <summary>Whether the account's present token will do.</summary>
    public bool IsMetBy(TikTokAccount account, DateTimeOffset now) =>
        Refused is { } refused ? account.TokenVersion != refused : account.AccessExpiresAt > now + Ahead;

    /// <summary>Whether it will do when a newer one cannot be had at the moment.</summary>
    public bool CanDoWith(TikTokAccount account, DateTimeOffset now) =>
        Refused is null && account.AccessExpiresAt > now;
}
