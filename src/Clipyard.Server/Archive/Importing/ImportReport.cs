namespace Clipyard.Server.Archive.Importing;

/// <summary>What came of an import.</summary>
public sealed class ImportReport
{
    /// <summary>How many faults are listed; the rest is only counted.</summary>
    public const int MaxListed = 1000;

    /// <summary>Whether everything was in order; if not, nothing was imported.</summary>
    public bool Success => FaultsTotal == 0;

    /// <summary>Whether everything was only checked.</summary>
    public bool DryRun { get; init; }

    /// <summary>How many students the rows name.</summary>
    public long Students { get; set; }

    /// <summary>How many videos were imported, or would be.</summary>
    public long Videos { get; set; }

    /// <summary>How many were kept before and stay as they are.</summary>
    public long AlreadyKept { get; set; }

    /// <summary>The imported files' bytes.</summary>
    public long Bytes { get; set; }

    /// <summary>What is wrong; the first <see cref="MaxListed"/>.</summary>
    public IList<ImportFault> Faults { get; } = [];

    /// <summary>How much is wrong.</summary>
    public long FaultsTotal { get; private set; }

    internal void Add(ImportFault fault)
    {
        FaultsTotal++;
        if (Faults.Count < MaxListed)
        {
            Faults.Add(fault);
        }
    }
}
