using Clipyard.Server.Data;

namespace Clipyard.Server.Jobs;

/// <summary>A piece of background work that somebody asked for. This row is the truth; a trigger only means "look".</summary>
internal sealed class Job : IOwned, ICreated, ILeased
{
    public Guid Id { get; set; }

    public Guid OwnerId { get; set; }

    /// <summary>Which <see cref="IJobHandler"/> does it: <c>student_download</c>, <c>downloads</c>, <c>verify</c>.</summary>
    public required string Kind { get; set; }

    /// <summary>What it must not run beside: <c>archive:OWNER:STUDENT</c>. One job of a lane at a time, oldest first.</summary>
    public required string Lane { get; set; }

    public JobState State { get; set; }

    /// <summary>What was asked for, as the handler's own JSON document.</summary>
    public required string Request { get; set; }

    /// <summary>What came of it, as the handler's own JSON document; null before the end.</summary>
    public string? Result { get; set; }

    /// <summary>The student it works for; null when it works for none.</summary>
    public string? StudentId { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>When the next step may run.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>How many items it has; null before that is known.</summary>
    public int? TotalItems { get; set; }

    public int DoneItems { get; set; }

    public int FailedItems { get; set; }

    /// <summary>The failure it ended with; null while there is none.</summary>
    public string? FailureCode { get; set; }

    public string? FailureDetail { get; set; }

    /// <summary>Somebody asked to stop it; it ends as cancelled at its next step or sooner.</summary>
    public bool CancelRequested { get; set; }

    /// <summary>How often in a row a step ended in an error that nobody foresaw. Back to 0 when one succeeds.</summary>
    public int FailedSteps { get; set; }

    /// <summary>Who works on it now, and until when that counts. For efficiency only; nothing correct rests on it.</summary>
    public string? LeaseHolder { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }
}
