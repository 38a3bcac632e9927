using Clipyard.Failures;
using Clipyard.Server.Publishing.Posts;
using Clipyard.TikTokApi.Accounts;

namespace Clipyard.Server.Publishing.Preparing.Checks;

/// <summary>Whether the creator's account, as TikTok describes it now, takes a post. Asked when preparing and again at init.</summary>
internal static class CreatorCheck
{
    /// <summary>As for limits of seconds elsewhere: the last picture's end does not count.</summary>
    private static readonly TimeSpan DurationSlack = TimeSpan.FromMilliseconds(50);

    /// <summary>Why it does not; null when it does.</summary>
    /// <param name="post">The post.</param>
    /// <param name="files">Its files; none yet: only what does not depend on them is checked.</param>
    /// <param name="creator">What TikTok says of the creator.</param>
    public static PostFailure? Of(Post post, IEnumerable<PostFile> files, CreatorInfo creator) =>
        (post.Mode == PostMode.Direct ? CheckPrivacy(post, creator) ?? CheckInteractions(post, creator) : null)
        ?? CheckDuration(post, files, creator);

    private static PostFailure? CheckPrivacy(Post post, CreatorInfo creator)
    {
        var offered = string.Join(", ", creator.PrivacyLevels);
        return post.Settings.PrivacyLevel switch
        {
            null => NotAllowed($"A direct post needs a privacy level; the creator offers {offered}."),
            var level when creator.PrivacyLevels.Any(offer => offer.Value == level) => null,
            var level => NotAllowed($"{level} was asked for; the creator offers {offered}."),
        };
    }

    private static PostFailure? CheckInteractions(Post post, CreatorInfo creator)
    {
        var settings = post.Settings;
        if (creator.CommentDisabled && !settings.DisableComment)
        {
            return Barred("comments", "disable_comment");
        }

        if (post.Kind == PostKind.Photos)
        {
            return null; // pictures know neither duets nor stitches
        }

        if (creator.DuetDisabled && !settings.DisableDuet)
        {
            return Barred("duets", "disable_duet");
        }

        return creator.StitchDisabled && !settings.DisableStitch ? Barred("stitches", "disable_stitch") : null;
    }

    private static PostFailure? CheckDuration(Post post, IEnumerable<PostFile> files, CreatorInfo creator)
    {
        if (post.Kind == PostKind.Photos || creator.MaxVideoDuration is not { } longest)
        {
            return null;
        }

        var duration = TimeSpan.FromMilliseconds(files.Max(file => file.DurationMs) ?? 0);
        return duration <= longest + DurationSlack
            ? null
            : PostFailure.Of(
                FailureCatalogue.VideoTooLong,
                $"The video lasts {duration.TotalSeconds:0.#} s; this creator may post up to {longest.TotalSeconds:0} s. "
                    + "A repair does not shorten it."
            );
    }

    private static PostFailure Barred(string what, string setting) =>
        NotAllowed($"The creator's account allows no {what}: send {setting} as true.");

    private static PostFailure NotAllowed(string detail) => PostFailure.Of(FailureCatalogue.PrivacyNotAllowed, detail);
}
