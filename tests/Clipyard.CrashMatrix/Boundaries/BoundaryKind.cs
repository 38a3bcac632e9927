namespace Clipyard.CrashMatrix.Boundaries;

/// <summary>What a server does that can be counted, and before or after which it can die.</summary>
internal enum BoundaryKind
{
    /// <summary>A commit of the domain's database.</summary>
    Commit,

    /// <summary>An outgoing call.</summary>
    Call,

    /// <summary>A request that TikTok makes for a file.</summary>
    Pull,
}
