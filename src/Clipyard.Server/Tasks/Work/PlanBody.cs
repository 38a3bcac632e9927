using System.ComponentModel;

namespace Clipyard.Server.Tasks.Work;

/// <summary>A task's plan, whole.</summary>
internal sealed record PlanBody
{
    [Description("At most 200, in their order; none: the task is unplanned.")]
    public IReadOnlyList<PlanStepBody>? Steps { get; init; }
}
