namespace Clipyard.Client.Downloads;

/// <summary>Which posts to fetch and keep.</summary>
public sealed record DownloadsRequest
{
    /// <summary>Addresses of posts, short links among them: 1 to 500.</summary>
    public required IReadOnlyList<string> Urls { get; init; }

    /// <summary>Whose they are. Null: each belongs to the student who is linked to its creator, if any.</summary>
    public string? StudentId { get; init; }

    /// <summary><c>compatible best hd sd ld mobile worst audio</c>; null for the server's setting.</summary>
    public string? Quality { get; init; }

    /// <summary>Only the sound.</summary>
    public bool AudioOnly { get; init; }

    /// <summary>Fetch again what is kept already.</summary>
    public bool Force { get; init; }
}
