namespace Clipyard.Server.Events;

/// <summary>
/// Whoever must learn of events however the server ends: an event of a type it wants stays in the log, marked as untold,
/// until it says that it has it. There is one mark, so there is one follower.
/// </summary>
internal interface IEventFollower
{
    /// <summary>Whether events of this type are marked. Asked inside the transaction that tells them: it must be quick.</summary>
    bool Wants(string type);
}
