namespace Clipyard.Client.Students;

/// <summary>One file of a kept post.</summary>
public sealed record StoredFile
{
    /// <summary>Where it can be fetched: <see cref="Media.MediaClient.OpenAsync"/>.</summary>
    public required string LocalPath { get; init; }

    /// <summary>When that address ends; null when it does not.</summary>
    public DateTimeOffset? LocalPathExpiresAt { get; init; }

    /// <summary>The media type: <c>video/mp4</c>.</summary>
    public string? ContentType { get; init; }

    /// <summary>How long it is.</summary>
    public long SizeBytes { get; init; }

    /// <summary>SHA-256 of its bytes, lower-case hex.</summary>
    public string? Sha256 { get; init; }
}
