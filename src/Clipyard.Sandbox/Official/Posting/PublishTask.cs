using Clipyard.Sandbox.Official.OAuth;

namespace Clipyard.Sandbox.Official.Posting;

/// <summary>One publishing task from its init on. Whoever changes it holds the gate of <see cref="OfficialState"/>.</summary>
internal sealed class PublishTask
{
    public required string PublishId { get; init; }

    public required Grant Grant { get; init; }

    public required PublishMode Mode { get; init; }

    public required bool IsPhoto { get; init; }

    public required PostWish Wish { get; init; }

    public required TransferPlan Plan { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset Expires { get; init; }

    public required string UploadId { get; init; }

    public required string UploadToken { get; init; }

    /// <summary>One chunk at a time.</summary>
    public SemaphoreSlim Turn { get; } = new(1, 1);

    /// <summary>Ends a running download.</summary>
    public CancellationTokenSource Stop { get; } = new();

    /// <summary>Takes the chunks; null before the first and for pulls.</summary>
    public ChunkReceiver? Receiver { get; set; }

    public PublishStage Stage { get; set; }

    public string? FailReason { get; set; }

    /// <summary>Bytes that have arrived.</summary>
    public long Received { get; set; }

    /// <summary>The files, in order: one video, or photos.</summary>
    public IReadOnlyList<ReceivedFile> Files { get; set; } = [];

    /// <summary>What the check of the files found: a reason to fail, or null.</summary>
    public string? Verdict { get; set; }

    /// <summary>When processing ends.</summary>
    public DateTimeOffset? Due { get; set; }

    public DateTimeOffset? DeliveredAt { get; set; }

    /// <summary>Whether the creator threw the draft away. TikTok never tells.</summary>
    public bool Discarded { get; set; }

    /// <summary>Posts that everyone can see.</summary>
    public List<string> PublicPostIds { get; } = [];

    /// <summary>Public posts that moderation has not passed yet, with the time when it will.</summary>
    public List<(string PostId, DateTimeOffset Due)> InModeration { get; } = [];

    public string PublishType => Mode == PublishMode.Direct ? "DIRECT_PUBLISH" : "INBOX_SHARE";

    public bool IsFinal => Stage is PublishStage.Complete or PublishStage.Failed;
}
