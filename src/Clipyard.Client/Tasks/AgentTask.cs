using System.Text.Json;
using Clipyard.Client.Posts;

namespace Clipyard.Client.Tasks;

/// <summary>A piece of work of agents.</summary>
public record AgentTask
{
    /// <summary>The server's id of it.</summary>
    public required string TaskId { get; init; }

    /// <summary>The instance it belongs to.</summary>
    public required string InstanceId { get; init; }

    /// <summary>What it is.</summary>
    public required string Title { get; init; }

    /// <summary>Null for none.</summary>
    public string? Description { get; init; }

    /// <summary>Where it stands.</summary>
    public TaskState State { get; init; }

    /// <summary>What came of it: a JSON object. Null for nothing, and in lists.</summary>
    public JsonElement? OutputData { get; init; }

    /// <summary>Why it failed, in the agent's words; null for nothing said.</summary>
    public string? Error { get; init; }

    /// <summary>One more at every change.</summary>
    public int Revision { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When it was completed; null while it is not.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>What a change does not reach: a post that was made of an earlier output. Null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary><c>PROCESSING</c>, <c>SEND_TO_USER_INBOX</c>, <c>PUBLISHED</c> or <c>FAILED</c>; null while it has no post.</summary>
    public string? TiktokPostStatus { get; init; }

    /// <summary>The state of its latest post; null while it has none.</summary>
    public PostState? TiktokPostState { get; init; }
}
