namespace Clipyard.Client.Students;

/// <summary>What a student's download came to.</summary>
public sealed record StudentDownload
{
    /// <summary>The student.</summary>
    public required string StudentId { get; init; }

    /// <summary>The linked TikTok username, without @.</summary>
    public required string Username { get; init; }

    /// <summary>The posts that are kept now, those from before among them, newest first.</summary>
    public IReadOnlyList<StoredVideo> Videos
    {
        get => field ?? [];
        init;
    }

    /// <summary>Those that could not be kept, and why.</summary>
    public IReadOnlyList<FailedVideo> Failed
    {
        get => field ?? [];
        init;
    }

    /// <summary>The job that did it; null when the server does not say.</summary>
    public string? JobId { get; init; }
}
