using Clipyard.Server.Data;
using Clipyard.Server.Jobs;

namespace Clipyard.Server.Publishing.Posts;

/// <summary>A request to publish. This row is the truth of it; a trigger only means "look".</summary>
/// <remarks>
/// <see cref="Revision"/> is a concurrency token: whoever saves a post that somebody else has changed since it was read
/// changes nothing, and stops. Exactly one post rests on <see cref="Attempts.PostAttempt"/>, not on this row.
/// </remarks>
internal sealed class Post : IOwned, ICreated, ILeased
{
    public Guid Id { get; set; }

    public Guid OwnerId { get; set; }

    public Guid AccountId { get; set; }

    /// <summary>The task whose output it is; null for none. A task has at most one post that has not come to nothing.</summary>
    public Guid? TaskId { get; set; }

    /// <summary>Whom to call when it has come to an outcome; null for nobody. What it leads to may be a capability.</summary>
    public string? CallbackUrl { get; set; }

    public PostKind Kind { get; set; }

    public PostMode Mode { get; set; }

    public PostTransfer Transfer { get; set; }

    public required PostSource Source { get; set; }

    /// <summary>As it will be sent; for photos the description. Null for none.</summary>
    public string? Caption { get; set; }

    /// <summary>Photos only: the title. Null for none.</summary>
    public string? PhotoTitle { get; set; }

    public required PostSettings Settings { get; set; }

    /// <summary>Whether ffmpeg may make a file fit that TikTok would refuse.</summary>
    public bool Repair { get; set; }

    /// <summary>What the repair changed, a sentence each; null when nothing was.</summary>
    public IReadOnlyList<string>? RepairNotes { get; set; }

    /// <summary>Changed by <see cref="PostLog.Move"/> only.</summary>
    public PostState State { get; set; }

    /// <summary>One more at every change.</summary>
    public int Revision { get; set; }

    /// <summary>
    /// What an approval is for: a hash over files, account, mode, caption, settings and time. Null until the files are
    /// there.
    /// </summary>
    public string? Version { get; set; }

    /// <summary>The instant that was chosen; null: as soon as possible.</summary>
    public DateTimeOffset? ScheduledFor { get; set; }

    /// <summary>The zone in which it was chosen: an IANA name, or an offset. For display.</summary>
    public string? ScheduleZone { get; set; }

    /// <summary>Whether a person must approve it before it goes out.</summary>
    public bool NeedsApproval { get; set; }

    public DateTimeOffset? ApprovedAt { get; set; }

    /// <summary>Who approved: <c>person:ID</c>, <c>key:ID</c> or <c>link</c>.</summary>
    public string? ApprovedBy { get; set; }

    /// <summary>The <see cref="Version"/> that was approved.</summary>
    public string? ApprovedVersion { get; set; }

    /// <summary>The lane that looks after it now; null when none does. Set with <see cref="State"/>.</summary>
    public string? Lane { get; set; }

    /// <summary>When the lane has to look at it.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>Why it goes out later than it could: a failure's code, such as <c>daily_cap</c>; null when it does not.</summary>
    public string? WaitCode { get; set; }

    /// <summary>The same in a sentence.</summary>
    public string? WaitReason { get; set; }

    /// <summary>How often in a row sending it met something passing. Back to 0 when TikTok answers.</summary>
    public int PassingFailures { get; set; }

    /// <summary>How often in a row a step ended in an error that nobody foresaw. Back to 0 when one succeeds.</summary>
    public int FailedSteps { get; set; }

    /// <summary>Attempts so far.</summary>
    public int Attempts { get; set; }

    /// <summary>TikTok's id of the last attempt; null before TikTok gave one.</summary>
    public string? PublishId { get; set; }

    /// <summary>The public posts that came of it, oldest first. Only grows.</summary>
    public IReadOnlyList<string> PostIds { get; set; } = [];

    /// <summary>The account's @name when it went out; null when TikTok had not said it.</summary>
    public string? Username { get; set; }

    /// <summary>Why it failed: a code of the catalogue. Null unless it did.</summary>
    public string? FailureCode { get; set; }

    public string? FailureDetail { get; set; }

    /// <summary>TikTok's own word for it, of its API or of the status; null when there was none.</summary>
    public string? TikTokCode { get; set; }

    /// <summary>The id by which TikTok's support finds the call; null when there was none.</summary>
    public string? TikTokLogId { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>When TikTok may have had it for the first time: what the polling goes by.</summary>
    public DateTimeOffset? HandedOverAt { get; set; }

    /// <summary>When it reached the creator's inbox.</summary>
    public DateTimeOffset? InInboxAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>When its staged files went; null while they are there.</summary>
    public DateTimeOffset? FilesRemovedAt { get; set; }

    /// <summary>Who works on it now, and until when that counts. For efficiency only; nothing correct rests on it.</summary>
    public string? LeaseHolder { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }
}
