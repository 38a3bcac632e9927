namespace Clipyard.Videos;

/// <summary>The creator of a post, as the post names them.</summary>
/// <param name="Id">Numeric id as text; null where the source leaves it out.</param>
/// <param name="Username">The unique name without <c>@</c>, as displayed (compare it without regard to case).</param>
/// <param name="Nickname">The display name; null where the source leaves it out.</param>
/// <param name="SecUid">The id that listings want; null where the source leaves it out.</param>
/// <param name="IsVerified">Whether TikTok verified the account; null where the source leaves it out.</param>
/// <param name="AvatarUrl">A picture; lapses after about two days. Null where the source leaves it out.</param>
public sealed record Author(
    string? Id,
    string? Username,
    string? Nickname,
    string? SecUid,
    bool? IsVerified,
    string? AvatarUrl
);
