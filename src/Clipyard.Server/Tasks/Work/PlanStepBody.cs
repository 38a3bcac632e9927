using System.ComponentModel;

namespace Clipyard.Server.Tasks.Work;

/// <summary>A step of a plan.</summary>
internal sealed record PlanStepBody
{
    [Description("Yours, at most 64 characters, no two alike; made when it is left out.")]
    public string? Id { get; init; }

    [Description("At most 200 characters.")]
    public string? Title { get; init; }

    [Description("At most 10,000 characters.")]
    public string? Description { get; init; }

    [Description("pending (unless said), in_progress, completed or failed.")]
    public string? Status { get; init; }
}
