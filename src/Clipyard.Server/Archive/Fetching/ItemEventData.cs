namespace Clipyard.Server.Archive.Fetching;

/// <summary>What an event says of a job when one of its posts has come to an end.</summary>
internal sealed record ItemEventData(
    Guid Id,
    string Kind,
    string? StudentId,
    int? Total,
    int Done,
    int Failed,
    ItemEventItem Item
);
