namespace Clipyard.Server.Publishing.Quota;

/// <summary>What TikTok's limits leave of an account, and which posts wait.</summary>
/// <param name="AccountId">The account's id here.</param>
/// <param name="Username">The @name; null while TikTok has not said it.</param>
/// <param name="ThisMinute">Limits per minute.</param>
/// <param name="PendingDrafts">Drafts of the last 24 hours that nobody has posted yet.</param>
/// <param name="DirectPosts">Direct posts of the last 24 hours.</param>
/// <param name="Waiting">The owner's posts that go out next, in their order: 20 at most.</param>
internal sealed record QuotaAnswer(
    Guid AccountId,
    string? Username,
    MinuteQuota ThisMinute,
    DayQuota PendingDrafts,
    DayQuota DirectPosts,
    IReadOnlyList<WaitingPost> Waiting
);
