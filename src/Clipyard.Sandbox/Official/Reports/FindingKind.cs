namespace Clipyard.Sandbox.Official.Reports;

/// <summary>What TikTok would make of a request.</summary>
public enum FindingKind
{
    /// <summary>TikTok would refuse it.</summary>
    Refused,

    /// <summary>It works, but nothing promises that it does.</summary>
    Luck,
}
