namespace Clipyard.Server.Jobs;

/// <summary>How far a job is.</summary>
internal enum JobState
{
    /// <summary>Waits for its turn in its lane.</summary>
    Queued,

    /// <summary>Is being worked on, or between two steps.</summary>
    Running,

    /// <summary>Ended; single items may have failed, and say so.</summary>
    Completed,

    /// <summary>Ended without having done what was asked.</summary>
    Failed,

    /// <summary>Was stopped by somebody; what was kept until then stays.</summary>
    Cancelled,
}
