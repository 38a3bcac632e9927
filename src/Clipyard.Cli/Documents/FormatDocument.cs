namespace Clipyard.Cli.Documents;

/// <summary>One rendition.</summary>
internal sealed record FormatDocument(
    string FormatId,
    string? Quality,
    string Container,
    string? Codec,
    int? Width,
    int? Height,
    long? Bitrate,
    long? SizeBytes,
    bool HasAudio,
    bool Watermark,
    IReadOnlyList<string> Urls,
    DateTimeOffset? ExpiresAt
);
