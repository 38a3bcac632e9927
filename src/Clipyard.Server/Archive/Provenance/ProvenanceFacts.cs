namespace Clipyard.Server.Archive.Provenance;

/// <summary>Where a clip came from, as far as its row does not say so itself.</summary>
internal sealed record ProvenanceFacts
{
    /// <summary>The address that was asked for: a link, or a post found in a creator's list.</summary>
    public required string SourceUrl { get; init; }

    /// <summary>When the bytes were fetched.</summary>
    public required DateTimeOffset FetchedAt { get; init; }

    /// <summary>Headers of the media answer that matter: content type and length, entity tag, last-modified, date, server.</summary>
    public IReadOnlyDictionary<string, string> ResponseHeaders { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The rendition that was taken, such as <c>normal_540_0</c>; null for photo posts and imports.</summary>
    public string? Rendition { get; init; }

    /// <summary>What the file turned out to be: container, codecs, size, duration; null for photo posts.</summary>
    public IReadOnlyDictionary<string, string> Probe { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>How it came: <c>download</c>, <c>import</c>.</summary>
    public required string Origin { get; init; }
}
