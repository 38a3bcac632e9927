namespace Clipyard.Server.Archive.Fetching;

/// <summary>What a <c>student_download</c> job was asked for.</summary>
internal sealed record StudentDownloadRequest : FetchWishes
{
    /// <summary>How many posts.</summary>
    public int MaxVideos { get; init; }

    /// <summary>Chosen at random among all instead of the newest.</summary>
    public bool RandomSelection { get; init; }
}
