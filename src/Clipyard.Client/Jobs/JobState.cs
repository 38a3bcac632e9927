namespace Clipyard.Client.Jobs;

/// <summary>How far a job is.</summary>
public enum JobState
{
    /// <summary>A state that this version of the library does not know.</summary>
    Unknown,

    /// <summary>Waits for its turn.</summary>
    Queued,

    /// <summary>Is being worked on.</summary>
    Running,

    /// <summary>Ended; single items may have failed, and say so.</summary>
    Completed,

    /// <summary>Ended without having done what was asked.</summary>
    Failed,

    /// <summary>Was stopped by somebody; what was kept until then stays.</summary>
    Cancelled,
}
