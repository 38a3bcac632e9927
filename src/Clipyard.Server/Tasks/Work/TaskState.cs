namespace Clipyard.Server.Tasks.Work;

/// <summary>Where a task stands. Which state leads where: <see cref="TaskStates"/>.</summary>
internal enum TaskState
{
    /// <summary>Nobody has begun.</summary>
    Submitted,

    /// <summary>An agent plans it.</summary>
    Planning,

    /// <summary>An agent works on it.</summary>
    InProgress,

    /// <summary>It is done; its output can be posted.</summary>
    Completed,

    /// <summary>It came to nothing. It may be taken up again.</summary>
    Failed,

    /// <summary>Somebody stopped it.</summary>
    Cancelled,
}
