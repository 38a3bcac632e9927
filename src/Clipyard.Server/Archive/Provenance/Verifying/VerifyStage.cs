namespace Clipyard.Server.Archive.Provenance.Verifying;

/// <summary>What a verification is at.</summary>
internal enum VerifyStage
{
    /// <summary>Chains, their records, and the files these name.</summary>
    Records,

    /// <summary>Clips, each of which needs a record.</summary>
    Clips,

    /// <summary>Objects, each of which needs a row.</summary>
    Objects,

    /// <summary>Nothing is left.</summary>
    Done,
}
