namespace Clipyard.Client.Posts;

/// <summary>What is wrong with a row of a table.</summary>
public sealed record RowError
{
    /// <summary>Which, as a spreadsheet counts: the header is row 1.</summary>
    public int Row { get; init; }

    /// <summary>The line of text on which it begins; more than the row when fields hold line breaks.</summary>
    public int Line { get; init; }

    /// <summary>The column; null when it is about the row as a whole.</summary>
    public string? Column { get; init; }

    /// <summary>The failure's name; usually one of <see cref="Failures.FailureCatalogue"/>.</summary>
    public required string Code { get; init; }

    /// <summary>What, in a sentence.</summary>
    public string? Message { get; init; }
}
