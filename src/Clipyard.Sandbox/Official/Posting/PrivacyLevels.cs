using Clipyard.Sandbox.Worlds;

namespace Clipyard.Sandbox.Official.Posting;

/// <summary>Who may see a post.</summary>
internal static class PrivacyLevels
{
    public const string Public = "PUBLIC_TO_EVERYONE";
    public const string Friends = "MUTUAL_FOLLOW_FRIENDS";
    public const string Followers = "FOLLOWER_OF_CREATOR";
    public const string Self = "SELF_ONLY";

    public static readonly string[] All = [Public, Friends, Followers, Self];

    /// <summary>What an account may choose from.</summary>
    public static IReadOnlyList<string> For(SandboxCreator creator) =>
        creator.Posting.PrivacyLevels ?? [creator.Private ? Followers : Public, Friends, Self];
}
