namespace Clipyard.Client.Students;

/// <summary>Which of a student's posts to fetch, and how.</summary>
public sealed record StudentDownloadRequest
{
    /// <summary>How many posts, 1 to 500: the newest.</summary>
    public int MaxVideos { get; init; } = 10;

    /// <summary>Choose them at random among all of the creator's posts instead.</summary>
    public bool RandomSelection { get; init; }

    /// <summary><c>compatible best hd sd ld mobile worst audio</c>; null for the server's setting.</summary>
    public string? Quality { get; init; }

    /// <summary>Only the sound.</summary>
    public bool AudioOnly { get; init; }

    /// <summary>Fetch again what is kept already.</summary>
    public bool Force { get; init; }
}
