namespace Clipyard.Server.Accounts.App;

/// <summary>What stands behind the configured app.</summary>
internal enum TikTokMode
{
    /// <summary>Our stand-in: nothing reaches TikTok.</summary>
    ClipyardSandbox,

    /// <summary>TikTok's own sandbox: target users only, nothing public.</summary>
    TikTokSandbox,

    /// <summary>TikTok.</summary>
    Production,
}
