using Clipyard.Server.Accounts.Avatars;
using Clipyard.TikTokApi.Accounts;

namespace Clipyard.Server.Accounts.Answers;

/// <summary>What an account may post now, as TikTok just said it.</summary>
/// <param name="AccountId">The account's id here.</param>
/// <param name="Username">The @name.</param>
/// <param name="Nickname">The name to show beside the post.</param>
/// <param name="AvatarUrl">A signed address, good for two hours.</param>
/// <param name="AvatarPath">The same picture from this server; null without one.</param>
/// <param name="PrivacyLevels">The levels to choose from; there is no default.</param>
/// <param name="CommentDisabled">Whether nobody may comment, whatever a post says.</param>
/// <param name="DuetDisabled">The same for duets.</param>
/// <param name="StitchDisabled">The same for stitches.</param>
/// <param name="MaxVideoDurationMs">The longest video that may be posted directly; null when TikTok did not say.</param>
internal sealed record CreatorInfoAnswer(
    Guid AccountId,
    string? Username,
    string? Nickname,
    string? AvatarUrl,
    string? AvatarPath,
    IReadOnlyList<string> PrivacyLevels,
    bool CommentDisabled,
    bool DuetDisabled,
    bool StitchDisabled,
    long? MaxVideoDurationMs
)
{
    public static CreatorInfoAnswer Of(Guid accountId, CreatorInfo info) =>
        new(
            accountId,
            info.Username,
            info.Nickname,
            info.AvatarUrl,
            info.AvatarUrl is null ? null : AvatarRoute.PathOf(accountId),
            [.. info.PrivacyLevels.Select(level => level.Value)],
            info.CommentDisabled,
            info.DuetDisabled,
            info.StitchDisabled,
            (long?)info.MaxVideoDuration?.TotalMilliseconds
        );
}
