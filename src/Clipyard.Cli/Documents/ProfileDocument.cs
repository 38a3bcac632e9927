namespace Clipyard.Cli.Documents;

/// <summary>A creator's profile.</summary>
internal sealed record ProfileDocument(
    string Username,
    string? Nickname,
    string? Id,
    string? SecUid,
    string? Bio,
    long? Followers,
    long? Following,
    long? Likes,
    long? Videos,
    bool? Verified,
    bool? Private
);
