using Clipyard.Downloads;

namespace Clipyard.Server.Archive.Fetching;

/// <summary>What of the posts a job is to fetch, and how. Part of the job's request document.</summary>
internal record FetchWishes
{
    /// <summary>Which rendition.</summary>
    public QualityChoice Quality { get; init; }

    /// <summary>Only the sound.</summary>
    public bool AudioOnly { get; init; }

    /// <summary>Fetch again what is kept already, as a new generation.</summary>
    public bool Force { get; init; }

    /// <summary>For the library.</summary>
    public DownloadOptions ToOptions() => new() { Quality = AudioOnly ? QualityChoice.Audio : Quality };
}
