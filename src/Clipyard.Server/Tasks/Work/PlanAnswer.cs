namespace Clipyard.Server.Tasks.Work;

/// <summary>A task's plan.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="PlanningSteps">In their order; none: it is unplanned.</param>
/// <param name="Revision">The task's.</param>
internal sealed record PlanAnswer(Guid TaskId, IReadOnlyList<PlanStepAnswer> PlanningSteps, int Revision);
