namespace Clipyard.Sandbox.Official.Posting;

/// <summary>How far a task is. A draft that was posted is complete.</summary>
public enum PublishStage
{
    /// <summary>Bytes are missing, or a download runs.</summary>
    Receiving,

    /// <summary>Everything is there.</summary>
    Processing,

    /// <summary>The creator was notified of a draft.</summary>
    InInbox,

    /// <summary>Posted.</summary>
    Complete,

    /// <summary>It will never be posted.</summary>
    Failed,
}
