namespace Clipyard.TikTokApi.Posting;

/// <summary>What TikTok says of a post under way.</summary>
public sealed record PublishStatus
{
    /// <summary>Which post.</summary>
    public required PublishId PublishId { get; init; }

    /// <summary>TikTok's own word, such as <c>SEND_TO_USER_INBOX</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The same for programs.</summary>
    public PublishStage Stage =>
        Name switch
        {
            "PROCESSING_UPLOAD" => PublishStage.ProcessingUpload,
            "PROCESSING_DOWNLOAD" => PublishStage.ProcessingDownload,
            "SEND_TO_USER_INBOX" => PublishStage.SentToInbox,
            "PUBLISH_COMPLETE" => PublishStage.Published,
            "FAILED" => PublishStage.Failed,
            _ => PublishStage.Unknown,
        };

    /// <summary>Whether nothing more will happen, except that post ids may appear.</summary>
    public bool IsFinal => Stage is PublishStage.Published or PublishStage.Failed;

    /// <summary>TikTok's own word for why it failed, such as <c>picture_size_check_failed</c>; null otherwise.</summary>
    public string? FailReason { get; init; }

    /// <summary>The same in our catalogue; null unless it failed.</summary>
    public Failure? Failure => Stage == PublishStage.Failed ? TikTokFailures.OfFailReason(FailReason) : null;

    /// <summary>Whether it failed in a way that a new init of the same post may not.</summary>
    public bool MayTryAgain => Stage == PublishStage.Failed && TikTokFailures.IsPassing(FailReason);

    /// <summary>
    /// The public posts it became: often none until moderation has ended, never for private ones, and more than one when
    /// a draft was posted again. Digits, kept as text.
    /// </summary>
    public required IReadOnlyList<string> PostIds { get; init; }

    /// <summary>How many bytes of an upload have arrived; null when TikTok does not say.</summary>
    public long? UploadedBytes { get; init; }

    /// <summary>How many bytes TikTok has fetched; null when it does not say.</summary>
    public long? DownloadedBytes { get; init; }
}
