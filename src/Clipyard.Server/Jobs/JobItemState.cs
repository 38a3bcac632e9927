namespace Clipyard.Server.Jobs;

/// <summary>What came of one post of a job.</summary>
internal enum JobItemState
{
    /// <summary>Not yet.</summary>
    Pending,

    /// <summary>Fetched and kept.</summary>
    Stored,

    /// <summary>Was kept before.</summary>
    AlreadyStored,

    /// <summary>Could not be had.</summary>
    Failed,

    /// <summary>The job was cancelled first.</summary>
    Cancelled,
}
