namespace Clipyard.Server.Tasks.Work;

/// <summary>A step of a plan.</summary>
internal sealed record PlanStepAnswer(string Id, string Title, string? Description, StepState Status)
{
    public static PlanStepAnswer Of(PlanStep step) => new(step.StepId, step.Title, step.Description, step.Status);
}
