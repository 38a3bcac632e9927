using Clipyard.Creators;

namespace Clipyard.Server.Archive.Students;

/// <summary>What TikTok shows of a creator. Absent is null.</summary>
internal sealed record ProfileAnswer(
    string? Nickname,
    string? AvatarUrl,
    string? Bio,
    long? Followers,
    long? Following,
    long? Likes,
    long? Videos,
    bool? Verified,
    bool? Private
)
{
    public static ProfileAnswer From(Creator creator) =>
        new(
            creator.Nickname,
            creator.AvatarUrl,
            creator.Bio,
            creator.Followers,
            creator.Following,
            creator.Likes,
            creator.Videos,
            creator.IsVerified,
            creator.IsPrivate
        );
}
