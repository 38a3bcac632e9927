namespace Clipyard.Client.Posts;

/// <summary>What came of a table of posts: all of its rows are posts, or would be.</summary>
public sealed record PostImport
{
    /// <summary>Whether it was only checked; nothing was made then.</summary>
    public bool DryRun { get; init; }

    /// <summary>Whether an earlier import with the same key and the same table made these posts, and this one made none.</summary>
    public bool Repeated { get; init; }

    /// <summary>The import; null when it was only checked.</summary>
    public string? ImportId { get; init; }

    /// <summary>How many rows the table has, without its header.</summary>
    public int Rows { get; init; }

    /// <summary>How many of them are posts now, or would be.</summary>
    public int Accepted { get; init; }

    /// <summary>The posts in the order of the rows; empty when they were only checked.</summary>
    public IReadOnlyList<string> PostIds
    {
        get => field ?? [];
        init;
    }
}
