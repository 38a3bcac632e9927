namespace Clipyard.Server.Tasks.Work;

/// <summary>A page of tasks.</summary>
/// <param name="Tasks">Newest first, without their output.</param>
/// <param name="Count">On this page.</param>
/// <param name="Total">Altogether.</param>
/// <param name="NextCursor">Where the next page begins; null on the last.</param>
internal sealed record TaskListAnswer(IReadOnlyList<TaskSummary> Tasks, int Count, int Total, string? NextCursor);
