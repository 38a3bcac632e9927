using System.Text.Json;

namespace Clipyard.Client.Tasks;

/// <summary>What is to be different about a task. What is null stays.</summary>
public sealed record TaskChange
{
    /// <summary>The <see cref="AgentTask.Revision"/> that was looked at: refused when it is another one by now. Null: whatever it is.</summary>
    public int? Revision { get; init; }

    /// <summary>What it is.</summary>
    public string? Title { get; init; }

    /// <summary>More of it.</summary>
    public string? Description { get; init; }

    /// <summary>Where it stands from now on; the server refuses ways that there are not.</summary>
    public TaskState? State { get; init; }

    /// <summary>What came of it, whole: a JSON object.</summary>
    public JsonElement? OutputData { get; init; }

    /// <summary>Why it failed.</summary>
    public string? Error { get; init; }
}
