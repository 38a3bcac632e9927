namespace Clipyard.Client.Tasks;

/// <summary>A page of a task's log.</summary>
internal sealed record TaskLogPage
{
    public IReadOnlyList<TaskLog>? ExecutionLogs { get; init; }

    public string? NextCursor { get; init; }
}
