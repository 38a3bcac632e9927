namespace Clipyard.Client.Tasks;

/// <summary>Where a task stands.</summary>
public enum TaskState
{
    /// <summary>A state that this version of the library does not know.</summary>
    Unknown,

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
