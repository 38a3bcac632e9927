namespace Clipyard.Server.Jobs;

/// <summary>What an event says of its job.</summary>
internal sealed record JobEventData(
    Guid Id,
    string Kind,
    JobState State,
    string? StudentId,
    int? Total,
    int Done,
    int Failed,
    string? Code
);
