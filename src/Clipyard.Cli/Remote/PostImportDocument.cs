using Clipyard.Cli.Documents;

namespace Clipyard.Cli.Remote;

/// <summary>What <c>posts import -j</c> prints, whether the table was taken or refused.</summary>
internal sealed record PostImportDocument
{
    public required string File { get; init; }

    public required bool Success { get; init; }

    public required bool DryRun { get; init; }

    public bool Repeated { get; init; }

    public string? ImportId { get; init; }

    public int? Rows { get; init; }

    public int Accepted { get; init; }

    public IReadOnlyList<string> PostIds { get; init; } = [];

    public FailureDocument? Failure { get; init; }

    public int ErrorCount { get; init; }

    public IReadOnlyList<RowErrorDocument> Errors { get; init; } = [];
}
