namespace Clipyard.Client.Tasks;

/// <summary>A page of tasks.</summary>
internal sealed record TaskPage
{
    public IReadOnlyList<AgentTask>? Tasks { get; init; }

    public string? NextCursor { get; init; }
}
