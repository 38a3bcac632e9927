namespace Clipyard.Cli.Documents;

/// <summary>One file of a download.</summary>
internal sealed record FileDocument(
    string Path,
    string Kind,
    long SizeBytes,
    string? Sha256,
    bool Resumed,
    bool AlreadyThere
);
