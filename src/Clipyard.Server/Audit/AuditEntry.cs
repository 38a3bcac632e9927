using Clipyard.Server.Data;

namespace Clipyard.Server.Audit;

/// <summary>Who did what, when. Only ever added.</summary>
internal sealed class AuditEntry : IOwned
{
    public long Id { get; set; }

    public Guid OwnerId { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Who: <c>person:ID</c>, <c>key:ID</c> or <c>system</c>.</summary>
    public required string Actor { get; set; }

    /// <summary>What: <c>student.removed</c>, <c>key.revoked</c>.</summary>
    public required string Action { get; set; }

    /// <summary>To what: the id of the thing.</summary>
    public required string Subject { get; set; }

    /// <summary>What else matters, as JSON; never a secret.</summary>
    public string? Detail { get; set; }
}
