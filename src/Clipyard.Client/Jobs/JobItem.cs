namespace Clipyard.Client.Jobs;

/// <summary>One post of a job and what came of it.</summary>
public sealed record JobItem
{
    /// <summary>From 0, in the order of the work; null in <see cref="Job.Items"/>, which are in that order.</summary>
    public int? Position { get; init; }

    /// <summary>The post's address as it was given or found.</summary>
    public string? Url { get; init; }

    /// <summary>The post's id; null before it is known.</summary>
    public string? VideoId { get; init; }

    /// <summary>What came of it.</summary>
    public JobItemState State { get; init; }

    /// <summary>The failure's code; null unless failed.</summary>
    public string? Code { get; init; }

    /// <summary>The failure in a sentence; null unless failed.</summary>
    public string? Message { get; init; }
}
