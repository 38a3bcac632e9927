namespace Clipyard.Server.Publishing.Posts;

/// <summary>What the event stream tells of a post.</summary>
internal sealed record PostStreamEvent(
    Guid PostId,
    PostState State,
    string Status,
    string? FailureCode,
    string? Message
);
