namespace Clipyard.Client.Posts;

/// <summary>Which posts are exported, and how.</summary>
public sealed record PostExportOptions
{
    /// <summary>CSV or JSON.</summary>
    public PostExportFormat Format { get; init; }

    /// <summary>
    /// Whether the cells of the CSV are as they are: without a byte-order mark, and without the apostrophe before what a
    /// spreadsheet would run. For programs.
    /// </summary>
    public bool Raw { get; init; }

    /// <summary>Only those in one of these states; empty for all.</summary>
    public IReadOnlyList<PostState> States { get; init; } = [];

    /// <summary>Only those of this account; null for all.</summary>
    public string? AccountId { get; init; }

    /// <summary>Only those from this instant on: their time, else their creation. Null: from the first.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Only those before this instant. Null: to the last.</summary>
    public DateTimeOffset? To { get; init; }
}
