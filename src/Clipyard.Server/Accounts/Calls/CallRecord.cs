namespace Clipyard.Server.Accounts.Calls;

/// <summary>The calls of one kind for one TikTok account in the last minute. Of no owner: TikTok counts them together.</summary>
internal sealed class CallRecord
{
    public required string OpenId { get; set; }

    public TikTokCall Call { get; set; }

    /// <summary>When they were made: Unix milliseconds, 8 bytes each, oldest first.</summary>
    public required byte[] Instants { get; set; }

    /// <summary>Counts the changes: whoever writes says which state they read.</summary>
    public long Version { get; set; }

    public DateTimeOffset ChangedAt { get; set; }
}
