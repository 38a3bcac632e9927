namespace Clipyard.Media.Limits;

/// <summary>How a video stands to the limits.</summary>
public sealed record LimitReport
{
    /// <summary>The limits it does not keep, the ones that nothing can mend first; empty when it is accepted.</summary>
    public required IReadOnlyList<LimitFinding> Findings { get; init; }

    /// <summary>What is allowed but could be better, one sentence each.</summary>
    public required IReadOnlyList<string> Hints { get; init; }

    /// <summary>Whether the video may be sent as it is.</summary>
    public bool IsAccepted => Findings.Count == 0;

    /// <summary>Whether it may not, but a repair would help: all findings can be repaired.</summary>
    public bool CanBeRepaired => Findings.Count > 0 && Findings.All(finding => finding.CanBeRepaired);
}
