namespace Clipyard.Client.Tasks;

/// <summary>Where a step of a plan stands.</summary>
public enum StepState
{
    /// <summary>A state that this version of the library does not know.</summary>
    Unknown,

    /// <summary>Not begun.</summary>
    Pending,

    /// <summary>Begun.</summary>
    InProgress,

    /// <summary>Done.</summary>
    Completed,

    /// <summary>It came to nothing.</summary>
    Failed,
}
