using Clipyard.Server.Data;

namespace Clipyard.Server.Tasks.Work;

/// <summary>A piece of work of agents.</summary>
/// <remarks>
/// <see cref="Revision"/> is a concurrency token, and goes up with every post that is asked for: so nobody deletes a task
/// while it is being posted.
/// </remarks>
internal sealed class AgentTask : IOwned, ICreated
{
    public Guid Id { get; set; }

    public Guid OwnerId { get; set; }

    public Guid InstanceId { get; set; }

    public required string Title { get; set; }

    public string? Description { get; set; }

    public TaskState State { get; set; }

    /// <summary>A JSON object; null for none.</summary>
    public string? OutputData { get; set; }

    /// <summary>Why it failed, in the agent's words; null for nothing said.</summary>
    public string? Error { get; set; }

    /// <summary>One more at every change.</summary>
    public int Revision { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>When it was completed; null while it is not.</summary>
    public DateTimeOffset? CompletedAt { get; set; }
}
