namespace Clipyard.Server.Archive.Provenance.Verifying;

/// <summary>What came of reading a whole archive again.</summary>
public sealed class VerifyReport
{
    /// <summary>How many findings and notes are listed; the rest is only counted.</summary>
    public const int MaxListed = 1000;

    /// <summary>Whether nothing is wrong.</summary>
    public bool Success => FindingsTotal == 0;

    /// <summary>How much was looked at.</summary>
    public VerifyChecked Checked { get; init; } = new();

    /// <summary>What is wrong; the first <see cref="MaxListed"/>.</summary>
    public IList<VerifyFinding> Findings { get; init; } = [];

    /// <summary>How much is wrong.</summary>
    public long FindingsTotal { get; set; }

    /// <summary>What is odd and no damage: objects that no row knows.</summary>
    public IList<VerifyFinding> Notes { get; init; } = [];

    /// <summary>How many notes there are.</summary>
    public long NotesTotal { get; set; }

    /// <summary>Clips that were erased on purpose; their place in the chain is proven.</summary>
    public long Erased { get; set; }

    /// <summary>Where each chain ends now. Keep this elsewhere and pass it to a later verification.</summary>
    public IDictionary<string, ChainHead> Heads { get; init; } =
        new SortedDictionary<string, ChainHead>(StringComparer.Ordinal);

    internal void Add(VerifyFinding finding)
    {
        FindingsTotal++;
        if (Findings.Count < MaxListed)
        {
            Findings.Add(finding);
        }
    }

    internal void Note(VerifyFinding note)
    {
        NotesTotal++;
        if (Notes.Count < MaxListed)
        {
            Notes.Add(note);
        }
    }
}
