namespace Clipyard.Client.Archive;

/// <summary>Which kept posts to list, and in which order. Without anything: all, what was kept last first.</summary>
public sealed record ClipSearch
{
    /// <summary>Only those kept for this student.</summary>
    public string? StudentId { get; init; }

    /// <summary>Only those of this creator, with or without @.</summary>
    public string? Username { get; init; }

    /// <summary>Only <c>video</c>, <c>photo</c> or <c>audio</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>Only those whose caption or creator's name contains this, whatever the case of its letters.</summary>
    public string? Text { get; init; }

    /// <summary>Only those kept from this instant on.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Only those kept before this instant.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary><c>stored_at</c> (unless given), <c>created_at</c>, <c>duration</c> or <c>size</c>.</summary>
    public string? Sort { get; init; }

    /// <summary><c>desc</c> (unless given) or <c>asc</c>.</summary>
    public string? Order { get; init; }
}
