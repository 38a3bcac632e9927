using Clipyard.Failures;
using Clipyard.Server.Api.Problems;
using Clipyard.Server.Publishing.Posts;
using Clipyard.TikTokApi.Accounts;

namespace Clipyard.Server.Publishing.Requests.Accepting;

/// <summary>What can be said of a post's settings without asking anybody.</summary>
internal static class SettingsRules
{
    private static readonly string[] Levels =
    [
        PrivacyLevel.PublicToEveryone.Value,
        PrivacyLevel.MutualFollowFriends.Value,
        PrivacyLevel.FollowerOfCreator.Value,
        PrivacyLevel.SelfOnly.Value,
    ];

    /// <exception cref="ClipyardException"><c>invalid_parameter</c>, <c>privacy_not_allowed</c>.</exception>
    public static void ThrowIfInvalid(PostSettings settings, PostMode mode, PostKind kind, PostTransfer transfer)
    {
        ThrowIfNoLevel(settings.PrivacyLevel, mode);
        if (settings.BrandContentToggle && settings.PrivacyLevel == PrivacyLevel.SelfOnly.Value)
        {
            throw new ClipyardException(
                FailureCatalogue.PrivacyNotAllowed,
                "Branded content cannot be private: brand_content_toggle does not go with SELF_ONLY."
            )
            {
                Parameter = "privacy_level",
            };
        }

        if (settings.VideoCoverTimestampMs < 0)
        {
            throw Invalid("video_cover_timestamp_ms", "must not be negative.");
        }

        if (settings.PhotoCoverIndex is < 0 or >= TikTokApi.Posting.PhotoPost.MaxPhotos)
        {
            throw Invalid("photo_cover_index", $"must be 0 to {TikTokApi.Posting.PhotoPost.MaxPhotos - 1}.");
        }

        if (kind == PostKind.Photos && transfer != PostTransfer.Pull)
        {
            throw Invalid("transfer", "must be pull for photos: TikTok fetches them itself.");
        }
    }

    private static void ThrowIfNoLevel(string? level, PostMode mode)
    {
        if (level is null)
        {
            if (mode == PostMode.Direct)
            {
                throw Invalid("privacy_level", $"is missing: a direct post needs one of {string.Join(", ", Levels)}.");
            }

            return;
        }

        if (!Levels.Contains(level, StringComparer.Ordinal))
        {
            throw Invalid(
                "privacy_level",
                $"must be one of {string.Join(", ", Levels)}; it is '{Shown.Short(level)}'."
            );
        }
    }

    private static ClipyardException Invalid(string name, string rule) =>
        new(FailureCatalogue.InvalidParameter, $"'{name}' {rule}") { Parameter = name };
}
