using Clipyard.Server.Data;

namespace Clipyard.Server.Publishing.Posts;

/// <summary>A line of a post's own log. Never changed, and gone only with the post.</summary>
internal sealed class PostEvent : IOwned
{
    /// <summary>The order.</summary>
    public long Id { get; set; }

    public Guid PostId { get; set; }

    public Guid OwnerId { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>What happened: <c>state</c> for a change of state, else a word of <see cref="PostEventTypes"/>.</summary>
    public required string Type { get; set; }

    /// <summary>The state after it.</summary>
    public PostState State { get; set; }

    /// <summary>In a sentence, for people; null when the state says it all.</summary>
    public string? Message { get; set; }

    /// <summary>What else is known, as a JSON document in snake case; never a secret.</summary>
    public string? Data { get; set; }
}
