using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Posts;

namespace Clipyard.Server.Publishing.Attempts;

/// <summary>
/// One init, and what became of it. At most one attempt of a post is live (open or committed): a unique index says so.
/// Two posts would need two committed attempts.
/// </summary>
/// <remarks><see cref="State"/> is a concurrency token: of two who change it, one changes nothing and stops.</remarks>
internal sealed class PostAttempt : IOwned
{
    /// <summary>Counts up over all owners and is never used again: see <c>SentMark</c>.</summary>
    public long Id { get; set; }

    public Guid PostId { get; set; }

    public Guid OwnerId { get; set; }

    public Guid AccountId { get; set; }

    /// <summary>TikTok's id of the account's person: what TikTok's daily limits are counted by.</summary>
    public required string OpenId { get; set; }

    /// <summary>From 1.</summary>
    public int Number { get; set; }

    public AttemptState State { get; set; }

    public PostMode Mode { get; set; }

    public PostTransfer Transfer { get; set; }

    /// <summary>TikTok's id, known once the init was answered.</summary>
    public string? PublishId { get; set; }

    /// <summary>Where the chunks go, encrypted; null for pulls and until the init was answered.</summary>
    public string? UploadAddress { get; set; }

    /// <summary>SHA-256 of the token in the pull address, hex; null for uploads.</summary>
    public string? PullTokenHash { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When the init was answered.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    public DateTimeOffset? CommittedAt { get; set; }

    /// <summary>When it was abandoned or ended.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Why it was abandoned, or how it ended: a word of <see cref="AttemptEnds"/>.</summary>
    public string? End { get; set; }

    /// <summary>TikTok's own code or fail reason; null when there was none.</summary>
    public string? TikTokCode { get; set; }

    public string? TikTokLogId { get; set; }

    /// <summary>Whether it still stands in the way of another.</summary>
    public bool IsLive => State is AttemptState.Open or AttemptState.Committed;
}
