namespace Clipyard.Client.Jobs;

/// <summary>Something that happened to a job.</summary>
public sealed record JobEvent
{
    /// <summary>
    /// What: <c>job.queued job.started job.item job.progress job.completed job.failed job.cancelled</c>. Newer servers
    /// may send others.
    /// </summary>
    public required string Type { get; init; }

    /// <summary>To which job.</summary>
    public required string JobId { get; init; }

    /// <summary>Its place in the server's log; null for <c>job.progress</c>, which is not kept.</summary>
    public string? Id { get; init; }

    /// <summary>How many items the job has; null before that is known, or when the event does not tell.</summary>
    public int? Total { get; init; }

    /// <summary>How many of them are dealt with; null when the event does not tell.</summary>
    public int? Done { get; init; }

    /// <summary>How many of them failed; null when the event does not tell.</summary>
    public int? Failed { get; init; }

    /// <summary>The item of a <c>job.item</c>; else null.</summary>
    public JobItem? Item { get; init; }

    /// <summary>The transfer of a <c>job.progress</c>; else null.</summary>
    public JobTransfer? Progress { get; init; }

    /// <summary>Whether nothing comes after it.</summary>
    public bool IsEnd => Type is "job.completed" or "job.failed" or "job.cancelled";
}
