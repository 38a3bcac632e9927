namespace Clipyard.TikTokApi.OAuth;

/// <summary>The names of the permissions that a person can grant.</summary>
public static class TikTokScopes
{
    /// <summary>Ids, avatar and display name.</summary>
    public const string UserInfoBasic = "user.info.basic";

    /// <summary>Biography, profile links, the verified mark, the username.</summary>
    public const string UserInfoProfile = "user.info.profile";

    /// <summary>Counts of followers, likes and videos.</summary>
    public const string UserInfoStats = "user.info.stats";

    /// <summary>The person's public videos.</summary>
    public const string VideoList = "video.list";

    /// <summary>Drafts into the person's inbox.</summary>
    public const string VideoUpload = "video.upload";

    /// <summary>Posting directly. Does not include <see cref="VideoUpload"/>.</summary>
    public const string VideoPublish = "video.publish";
}
