namespace Clipyard.Client.Tasks;

/// <summary>What a line of a task's log is.</summary>
public enum LogStatus
{
    /// <summary>A kind that this version of the library does not know.</summary>
    Unknown,

    /// <summary>Something happened.</summary>
    Info,

    /// <summary>Something succeeded.</summary>
    Success,

    /// <summary>Something is worth a look.</summary>
    Warning,

    /// <summary>Something failed.</summary>
    Error,
}
