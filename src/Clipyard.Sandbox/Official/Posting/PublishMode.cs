namespace Clipyard.Sandbox.Official.Posting;

/// <summary>What becomes of an upload.</summary>
public enum PublishMode
{
    /// <summary>A post at once.</summary>
    Direct,

    /// <summary>A draft that its creator finishes.</summary>
    Inbox,
}
