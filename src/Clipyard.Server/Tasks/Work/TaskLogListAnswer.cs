namespace Clipyard.Server.Tasks.Work;

/// <summary>A page of a task's log.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="ExecutionLogs">Oldest first.</param>
/// <param name="Count">On this page.</param>
/// <param name="Total">Altogether.</param>
/// <param name="NextCursor">Where the next page begins; null on the last.</param>
internal sealed record TaskLogListAnswer(
    Guid TaskId,
    IReadOnlyList<TaskLogAnswer> ExecutionLogs,
    int Count,
    int Total,
    string? NextCursor
);
