namespace Clipyard.Cli.Documents;

/// <summary>What <c>get -j</c> prints for a post: what was downloaded, or why nothing was (<c>skipped</c>).</summary>
internal sealed record DownloadDocument(
    string Url,
    string Id,
    string? Kind,
    string? Username,
    IReadOnlyList<FileDocument> Files,
    FormatDocument? Format,
    FallbackDocument? Fallback,
    long? ElapsedMs,
    string? Skipped
);
