namespace Clipyard.Server.Archive.Importing;

/// <summary>A row of a video that was found to be right.</summary>
internal sealed record ImportedVideo
{
    public required string StudentId { get; init; }

    public required string Username { get; init; }

    public required string VideoId { get; init; }

    public required string VideoUrl { get; init; }

    public required string Path { get; init; }

    public string Caption { get; init; } = "";

    public DateTimeOffset? PostedAt { get; init; }

    /// <summary>What the row says it is, lower-case hex; null when it does not.</summary>
    public string? Sha256 { get; init; }
}
