namespace Clipyard.Client.Jobs;

/// <summary>What came of one post of a job.</summary>
public enum JobItemState
{
    /// <summary>A state that this version of the library does not know.</summary>
    Unknown,

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
