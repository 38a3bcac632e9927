using Clipyard.Server.Data;

namespace Clipyard.Server.Tasks.Work;

/// <summary>A step of a task's plan.</summary>
internal sealed class PlanStep : IOwned
{
    public long Id { get; set; }

    public Guid TaskId { get; set; }

    public Guid OwnerId { get; set; }

    /// <summary>From 0.</summary>
    public int Position { get; set; }

    /// <summary>The id by which agents know it: theirs, or one of ours.</summary>
    public required string StepId { get; set; }

    public required string Title { get; set; }

    public string? Description { get; set; }

    public StepState Status { get; set; }
}
