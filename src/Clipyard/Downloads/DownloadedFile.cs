namespace Clipyard.Downloads;

/// <summary>One file that a download made, or found already there.</summary>
public sealed record DownloadedFile
{
    /// <summary>Which file of the post it is.</summary>
    public required MediaPart Part { get; init; }

    /// <summary>Where it is, in the sink's words: a path for folders.</summary>
    public required string Path { get; init; }

    /// <summary>Its length in bytes.</summary>
    public required long SizeBytes { get; init; }

    /// <summary>SHA-256 of its bytes, lower-case hex; null when it was already there and not read.</summary>
    public string? Sha256 { get; init; }

    /// <summary>
    /// Headers of the media answer that say what the bytes are and where they came from: <c>content-type</c>,
    /// <c>content-length</c>, <c>etag</c>, <c>last-modified</c>, <c>date</c>, <c>server</c>, and <c>host</c>, the media
    /// host that sent it; names in lower case. Of the last answer when it took several. Empty when it was already there.
    /// </summary>
    public IReadOnlyDictionary<string, string> ResponseHeaders { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whether a part of it came from an earlier, cut download.</summary>
    public bool Resumed { get; init; }

    /// <summary>Whether it was there before and was left alone.</summary>
    public bool AlreadyThere { get; init; }
}
