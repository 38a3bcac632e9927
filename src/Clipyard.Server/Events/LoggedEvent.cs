using Clipyard.Server.Data;

namespace Clipyard.Server.Events;

/// <summary>Something that happened to an owner's things: what the event stream replays after a reconnect.</summary>
internal sealed class LoggedEvent : IOwned
{
    /// <summary>The sequence number, the stream's <c>id</c>.</summary>
    public long Id { get; set; }

    public Guid OwnerId { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>What: <c>job.queued</c>, <c>job.item</c>, <c>job.completed</c>.</summary>
    public required string Type { get; set; }

    /// <summary>To what: a job's id.</summary>
    public required string Subject { get; set; }

    /// <summary>The event's JSON document, snake case.</summary>
    public required string Data { get; set; }

    /// <summary>Set until the follower has it (see <see cref="IEventFollower"/>); null for events that it does not want.</summary>
    public DateTimeOffset? UntoldSince { get; set; }
}
