using Clipyard.Failures;
using Clipyard.TikTokApi.OAuth;

namespace Clipyard.Server.Accounts;

/// <summary>What each permission is for, so that a missing one says what it disables.</summary>
internal static class ScopeUses
{
    /// <summary>What does not work without a permission.</summary>
    public static string DisabledWithout(string scope) =>
        scope switch
        {
            TikTokScopes.UserInfoBasic => "The account's name and avatar are not known.",
            TikTokScopes.UserInfoProfile => "The @name, biography and verified mark are not known.",
            TikTokScopes.UserInfoStats => "Followers, likes and videos are not counted.",
            TikTokScopes.VideoList => "The account's public videos cannot confirm what was posted.",
            TikTokScopes.VideoUpload => "No drafts can be sent to the account's inbox.",
            TikTokScopes.VideoPublish => "Nothing can be posted directly, and the creator's options are not known.",
            _ => $"Whatever needs {scope}.",
        };

    /// <exception cref="ClipyardException"><c>scope_missing</c>, naming what it disables.</exception>
    public static void ThrowIfMissing(TikTokAccount account, string? scope)
    {
        if (scope is not null && !account.Granted.Contains(scope))
        {
            throw new ClipyardException(
                FailureCatalogue.ScopeMissing,
                $"{account.ShownName} did not grant {scope}. {DisabledWithout(scope)}"
            );
        }
    }
}
