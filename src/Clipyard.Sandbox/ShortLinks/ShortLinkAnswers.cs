using Clipyard.Sandbox.Hosting;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Sandbox.ShortLinks;

/// <summary>Where short links lead; expired and unknown ones lead home.</summary>
internal static class ShortLinkAnswers
{
    private const string Home = "https://www.tiktok.com/?_r=1";

    public static SandboxResponse For(SandboxShortLink? link) =>
        SandboxResponse.Redirect(link?.Target ?? Home, link?.Status ?? 302).With("Cache-Control", "no-store");
}
