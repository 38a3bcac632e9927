using Clipyard.Client.Posts;

namespace Clipyard.Client.Tasks;

/// <summary>A task's post, as it stood when it was asked for. <see cref="PostsClient.WaitAsync"/> follows it.</summary>
public sealed record TaskPost
{
    /// <summary>The server's id of the post.</summary>
    public required string PostId { get; init; }

    /// <summary>The task.</summary>
    public required string TaskId { get; init; }

    /// <summary>TikTok's id; null while the post is scheduled or waits.</summary>
    public string? PublishId { get; init; }

    /// <summary><c>PROCESSING</c>, <c>SEND_TO_USER_INBOX</c>, <c>PUBLISHED</c> or <c>FAILED</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Where it stands.</summary>
    public PostState State { get; init; }

    /// <summary>The same in a sentence, and what else there is to know.</summary>
    public string? Message { get; init; }
}
