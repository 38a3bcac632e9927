using System.Text.Json;

namespace Clipyard.Client.Tasks;

/// <summary>A task that is to be made.</summary>
public sealed record TaskRequest
{
    /// <summary>At most 200 characters.</summary>
    public required string Title { get; init; }

    /// <summary>At most 10,000 characters.</summary>
    public string? Description { get; init; }

    /// <summary>How far it is; null: submitted.</summary>
    public TaskState? State { get; init; }

    /// <summary>What came of it: a JSON object of at most 262,144 bytes.</summary>
    public JsonElement? OutputData { get; init; }
}
