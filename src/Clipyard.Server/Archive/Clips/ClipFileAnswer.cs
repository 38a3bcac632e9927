namespace Clipyard.Server.Archive.Clips;

/// <summary>One file of a kept post.</summary>
internal sealed record ClipFileAnswer
{
    /// <summary>Where it can be fetched.</summary>
    public required string LocalPath { get; init; }

    /// <summary>When that address stops working; null when it does not.</summary>
    public DateTimeOffset? LocalPathExpiresAt { get; init; }

    public required string ContentType { get; init; }

    public required long SizeBytes { get; init; }

    /// <summary>SHA-256 of its bytes, lower-case hex.</summary>
    public required string Sha256 { get; init; }
}
