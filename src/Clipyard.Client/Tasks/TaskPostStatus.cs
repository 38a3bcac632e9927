using Clipyard.Client.Posts;

namespace Clipyard.Client.Tasks;

/// <summary>How a task's latest post stands.</summary>
public sealed record TaskPostStatus
{
    /// <summary>The task.</summary>
    public required string TaskId { get; init; }

    /// <summary>TikTok's id of the last attempt; null before TikTok gave one.</summary>
    public string? PublishId { get; init; }

    /// <summary><c>PROCESSING</c>, <c>SEND_TO_USER_INBOX</c>, <c>PUBLISHED</c> or <c>FAILED</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Where it stands.</summary>
    public PostState State { get; init; }

    /// <summary>TikTok's own word for why it failed, else the failure's code; null when it did not.</summary>
    public string? FailReason { get; init; }

    /// <summary>Why it came to nothing; null when it did not.</summary>
    public PostFailure? Fail { get; init; }

    /// <summary>The public post; null until TikTok tells its id, which it never does for <c>SELF_ONLY</c>.</summary>
    public string? PostUrl { get; init; }

    /// <summary>TikTok's id of the public post, not the server's of its own; null until TikTok tells it.</summary>
    public string? PostId { get; init; }

    /// <summary>How much TikTok has of an upload; null when nothing is on its way now.</summary>
    public long? UploadedBytes { get; init; }

    /// <summary>How much TikTok says it has fetched of a pull; null when it is not known.</summary>
    public long? DownloadedBytes { get; init; }

    /// <summary>Why it goes out later than it could; null when it does not.</summary>
    public PostWait? Wait { get; init; }

    /// <summary>The server's own page of the post.</summary>
    public string? StatusUrl { get; init; }
}
