using System.ComponentModel;
using Clipyard.Server.Publishing.Posts;

namespace Clipyard.Server.Tasks.Work;

/// <summary>A task as a list shows it.</summary>
internal record TaskSummary
{
    public required Guid TaskId { get; init; }

    public required Guid InstanceId { get; init; }

    public required string Title { get; init; }

    public string? Description { get; init; }

    public required TaskState State { get; init; }

    [Description("Why it failed, in the agent's words.")]
    public string? Error { get; init; }

    [Description("One more at every change.")]
    public required int Revision { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    [Description("PROCESSING, SEND_TO_USER_INBOX, PUBLISHED or FAILED; null while it has no post.")]
    public string? TiktokPostStatus { get; init; }

    [Description("The state of its latest post; null while it has none.")]
    public PostState? TiktokPostState { get; init; }
}
