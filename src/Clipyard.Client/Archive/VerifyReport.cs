namespace Clipyard.Client.Archive;

/// <summary>What came of reading an archive again.</summary>
public sealed record VerifyReport
{
    /// <summary>Whether nothing is wrong.</summary>
    public bool Success { get; init; }

    /// <summary>How much was looked at.</summary>
    public VerifyChecked? Checked { get; init; }

    /// <summary>What is wrong; the first 1,000.</summary>
    public IReadOnlyList<VerifyFinding> Findings
    {
        get => field ?? [];
        init;
    }

    /// <summary>How much is wrong.</summary>
    public long FindingsTotal { get; init; }

    /// <summary>What is odd and no damage; the first 1,000.</summary>
    public IReadOnlyList<VerifyFinding> Notes
    {
        get => field ?? [];
        init;
    }

    /// <summary>How many notes there are.</summary>
    public long NotesTotal { get; init; }

    /// <summary>Posts that were erased on purpose; their place in the chain is proven.</summary>
    public long Erased { get; init; }

    /// <summary>Where each chain ends now. Keep this elsewhere and pass it to a later verification.</summary>
    public IReadOnlyDictionary<string, ChainHead> Heads
    {
        get => field ?? new Dictionary<string, ChainHead>(StringComparer.Ordinal);
        init;
    }
}
