namespace Clipyard.Sandbox.Official.OAuth;

/// <summary>The scopes there are, with what the consent page says about them.</summary>
internal static class Scopes
{
    public const string Basic = "user.info.basic";
    public const string Profile = "user.info.profile";
    public const string Stats = "user.info.stats";
    public const string List = "video.list";
    public const string Upload = "video.upload";
    public const string Publish = "video.publish";

    public static readonly string[] All = [Basic, Profile, Stats, List, Upload, Publish];

    public static string Sentence(string scope) =>
        scope switch
        {
            Basic => "Read your profile info (avatar, display name)",
            Profile => "Read your additional profile info (bio, profile link, verification)",
            Stats => "Read your profile engagement (followers, likes, video count)",
            List => "Read your public videos on TikTok",
            Upload => "Upload drafts to your TikTok inbox, for you to finish and post",
            Publish => "Post content to TikTok for you",
            _ => scope,
        };
}
