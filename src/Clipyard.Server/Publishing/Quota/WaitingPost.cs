using Clipyard.Server.Publishing.Posts;

namespace Clipyard.Server.Publishing.Quota;

/// <summary>A post that goes out later.</summary>
/// <param name="PostId">Which.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Mode">Draft or direct.</param>
/// <param name="Code">Why it waits: a failure's code, such as <c>daily_cap</c>; null when it was scheduled.</param>
/// <param name="Until">When it is tried next.</param>
/// <param name="Message">Both in a sentence.</param>
internal sealed record WaitingPost(
    Guid PostId,
    PostState State,
    PostMode Mode,
    string? Code,
    DateTimeOffset Until,
    string Message
);
