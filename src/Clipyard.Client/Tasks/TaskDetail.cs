namespace Clipyard.Client.Tasks;

/// <summary>A task with its plan, its log and its post.</summary>
public sealed record TaskDetail : AgentTask
{
    /// <summary>In their order; none when the task is unplanned.</summary>
    public IReadOnlyList<PlanStep> PlanningSteps { get; init; } = [];

    /// <summary>Oldest first; of a longer log the newest 1,000 lines.</summary>
    public IReadOnlyList<TaskLog> ExecutionLogs { get; init; } = [];

    /// <summary>Whether its video could be posted now.</summary>
    public bool CanPostToTiktok { get; init; }

    /// <summary>The code of what stands in the way; null when nothing does.</summary>
    public string? CannotPostReason { get; init; }

    /// <summary>The caption that the output suggests; null when it suggests none.</summary>
    public string? SuggestedCaption { get; init; }

    /// <summary>The video that the output names; null when it names none.</summary>
    public string? VideoUrl { get; init; }

    /// <summary>TikTok's id of the latest post; null before TikTok gave one.</summary>
    public string? TiktokPublishId { get; init; }

    /// <summary>The public post; null until TikTok tells its id.</summary>
    public string? TiktokPostUrl { get; init; }

    /// <summary>When the latest post goes or went out, if a time was chosen.</summary>
    public DateTimeOffset? ScheduledPostTime { get; init; }
}
