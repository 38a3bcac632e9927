using System.ComponentModel;
using System.Text.Json;

namespace Clipyard.Server.Tasks.Work;

/// <summary>A line for a task's log.</summary>
internal sealed record LogBody
{
    [Description("Who did it: at most 200 characters.")]
    public string? AgentName { get; init; }

    [Description("What was done: at most 200 characters.")]
    public string? Action { get; init; }

    [Description("info (unless said), success, warning or error.")]
    public string? Status { get; init; }

    [Description("At most 10,000 characters.")]
    public string? Message { get; init; }

    [Description("Any JSON of at most 16,384 bytes.")]
    public JsonElement? Details { get; init; }
}
