namespace Clipyard.Server.Archive.Posts;

/// <summary>Who posted it.</summary>
internal sealed record AuthorAnswer(
    string? Id,
    string? Username,
    string? Nickname,
    string? SecUid,
    bool? Verified,
    string? AvatarUrl
);
