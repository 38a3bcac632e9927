namespace Clipyard.TikTokApi.Posting;

/// <summary>How far a post is.</summary>
public enum PublishStage
{
    /// <summary>A status that this version does not know.</summary>
    Unknown,

    /// <summary>Being uploaded or processed.</summary>
    ProcessingUpload,

    /// <summary>Being fetched by TikTok or processed.</summary>
    ProcessingDownload,

    /// <summary>A draft in the creator's inbox. What becomes of it is up to the creator.</summary>
    SentToInbox,

    /// <summary>Posted: by us directly, or by the creator out of the inbox.</summary>
    Published,

    /// <summary>It will not be posted.</summary>
    Failed,
}
