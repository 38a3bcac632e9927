using System.Text.Json;

namespace Clipyard.Client.Tasks;

/// <summary>A line of a task's log.</summary>
public sealed record TaskLog
{
    /// <summary>When it was written: the server's word, null in a line that is to be written.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>Who did it: at most 200 characters.</summary>
    public required string AgentName { get; init; }

    /// <summary>What was done: at most 200 characters.</summary>
    public required string Action { get; init; }

    /// <summary>What kind of line it is.</summary>
    public LogStatus Status { get; init; } = LogStatus.Info;

    /// <summary>At most 10,000 characters.</summary>
    public string? Message { get; init; }

    /// <summary>Any JSON of at most 16,384 bytes.</summary>
    public JsonElement? Details { get; init; }
}
