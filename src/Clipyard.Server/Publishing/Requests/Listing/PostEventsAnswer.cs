namespace Clipyard.Server.Publishing.Requests.Listing;

/// <summary>A page of a post's log.</summary>
internal sealed record PostEventsAnswer(
    Guid PostId,
    IReadOnlyList<PostEventAnswer> Events,
    int Count,
    int Total,
    string? NextCursor
);
