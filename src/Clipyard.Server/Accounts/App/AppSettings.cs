using Clipyard.TikTokApi.OAuth;

namespace Clipyard.Server.Accounts.App;

/// <summary>Reads the settings that are words.</summary>
internal static class AppSettings
{
    /// <summary>What marks the keys of TikTok's own sandboxes.</summary>
    public const string SandboxKeyPrefix = "sb";

    private static readonly (string Name, PkceUse Use)[] Pkce =
    [
        ("always", PkceUse.Always),
        ("loopback-only", PkceUse.LoopbackOnly),
    ];

    private static readonly (string Name, TikTokMode Mode)[] Modes =
    [
        ("clipyard-sandbox", TikTokMode.ClipyardSandbox),
        ("tiktok-sandbox", TikTokMode.TikTokSandbox),
        ("production", TikTokMode.Production),
    ];

    /// <summary>When a challenge is sent; null: the setting is none.</summary>
    public static PkceUse? PkceOf(string text)
    {
        var found = Array.FindIndex(Pkce, pkce => pkce.Name.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase));
        return found < 0 ? null : Pkce[found].Use;
    }

    /// <summary>What stands behind the app; null: the setting is none.</summary>
    public static TikTokMode? ModeOf(TikTokAppOptions options, Uri? tikTokAddress)
    {
        if (options.Mode is { Length: > 0 } text)
        {
            var found = Array.FindIndex(
                Modes,
                mode => mode.Name.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)
            );
            return found < 0 ? null : Modes[found].Mode;
        }

        if (tikTokAddress is not null)
        {
            return TikTokMode.ClipyardSandbox;
        }

        return IsSandboxKey(options.ClientKey) ? TikTokMode.TikTokSandbox : TikTokMode.Production;
    }

    /// <summary>A mode as settings and answers write it.</summary>
    public static string NameOf(TikTokMode mode) => Array.Find(Modes, known => known.Mode == mode).Name;

    /// <summary>Whether a key is of the form that TikTok's own sandboxes were seen to have.</summary>
    public static bool IsSandboxKey(string? key) => key?.StartsWith(SandboxKeyPrefix, StringComparison.Ordinal) == true;
}
