using Clipyard.Sandbox.Official.Apps;
using Clipyard.Sandbox.Official.Wire;

namespace Clipyard.Sandbox.Official.Posting;

/// <summary>TikTok pulls only from where the app has proved to be at home.</summary>
internal static class UrlOwnership
{
    /// <exception cref="ApiRefusalException">An address lies outside of it.</exception>
    public static void Check(SandboxApp app, TransferPlan plan)
    {
        if (
            plan.Addresses.All(address =>
                app.UrlProperties.Any(property => property.Verified && property.Covers(address))
            )
        )
        {
            return;
        }

        throw new ApiRefusalException(
            403,
            "url_ownership_unverified",
            "Please review our URL ownership verification rules at https://developers.tiktok.com/doc/content-posting-api-media-transfer-guide/#pull_from_url"
        )
        {
            Rule = "Addresses to pull from must lie under a verified URL property of the app.",
        };
    }
}
