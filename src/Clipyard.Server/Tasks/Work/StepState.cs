namespace Clipyard.Server.Tasks.Work;

/// <summary>Where a step of a plan stands.</summary>
internal enum StepState
{
    Pending,
    InProgress,
    Completed,
    Failed,
}
