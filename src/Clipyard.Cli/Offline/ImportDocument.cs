using Clipyard.Server.Archive.Importing;

namespace Clipyard.Cli.Offline;

/// <summary>What <c>import -j</c> prints.</summary>
internal sealed record ImportDocument(
    bool Success,
    bool DryRun,
    long Students,
    long Videos,
    long AlreadyKept,
    long Bytes,
    long FaultsTotal,
    IReadOnlyList<ImportFault> Faults
);
