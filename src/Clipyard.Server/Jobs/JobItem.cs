using Clipyard.Server.Data;

namespace Clipyard.Server.Jobs;

/// <summary>One post of a job and what came of it.</summary>
internal sealed class JobItem : IOwned
{
    public long Id { get; set; }

    public Guid JobId { get; set; }

    public Guid OwnerId { get; set; }

    /// <summary>From 0, in the order of the work.</summary>
    public int Position { get; set; }

    /// <summary>The post's address as it was given or found.</summary>
    public required string Url { get; set; }

    /// <summary>The post's id; null before it is known.</summary>
    public string? VideoId { get; set; }

    public JobItemState State { get; set; }

    /// <summary>The failure's code; null unless failed.</summary>
    public string? Code { get; set; }

    /// <summary>The failure in a sentence; null unless failed.</summary>
    public string? Message { get; set; }
}
