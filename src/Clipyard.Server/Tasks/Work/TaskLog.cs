using Clipyard.Server.Data;

namespace Clipyard.Server.Tasks.Work;

/// <summary>A line of what was done for a task. Only ever added.</summary>
internal sealed class TaskLog : IOwned
{
    public long Id { get; set; }

    public Guid TaskId { get; set; }

    public Guid OwnerId { get; set; }

    public DateTimeOffset At { get; set; }

    public required string AgentName { get; set; }

    public required string Action { get; set; }

    public LogStatus Status { get; set; }

    public string? Message { get; set; }

    /// <summary>Whatever else there is to say, as JSON; null for nothing.</summary>
    public string? Details { get; set; }
}
