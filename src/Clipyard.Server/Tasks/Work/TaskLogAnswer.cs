using System.Text.Json;

namespace Clipyard.Server.Tasks.Work;

/// <summary>A line of a task's log.</summary>
internal sealed record TaskLogAnswer(
    DateTimeOffset Timestamp,
    string AgentName,
    string Action,
    LogStatus Status,
    string? Message,
    JsonElement? Details
)
{
    public static TaskLogAnswer Of(TaskLog line) =>
        new(line.At, line.AgentName, line.Action, line.Status, line.Message, JsonText.Read(line.Details));
}
