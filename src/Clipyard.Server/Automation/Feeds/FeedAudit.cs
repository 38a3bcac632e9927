namespace Clipyard.Server.Automation.Feeds;

/// <summary>The audit log's words for feeds.</summary>
internal static class FeedAudit
{
    public const string Created = "feed.created";
    public const string Rotated = "feed.rotated";
    public const string Removed = "feed.removed";
}
