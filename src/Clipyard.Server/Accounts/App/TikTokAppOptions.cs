using Clipyard.TikTokApi.OAuth;

namespace Clipyard.Server.Accounts.App;

/// <summary>The app at TikTok's developer portal, from the <c>TikTok</c> configuration section.</summary>
internal sealed class TikTokAppOptions
{
    public const string Section = "TikTok";

    /// <summary>The app's client key (TIKTOK_CLIENT_KEY); null: no account can be connected.</summary>
    public string? ClientKey { get; set; }

    /// <summary>The app's client secret (TIKTOK_CLIENT_SECRET). Belongs into the environment, not into a file.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>
    /// The redirect address that the portal knows, byte for byte (TIKTOK_REDIRECT_URI); null: PublicAddress with
    /// /api/auth/tiktok/callback. The path of any other is served, too.
    /// </summary>
    public string? RedirectUri { get; set; }

    /// <summary>What people are asked to grant, with commas between. An app that is not approved for one cannot connect at all.</summary>
    public string Scopes { get; set; } =
        $"{TikTokScopes.UserInfoBasic},{TikTokScopes.VideoUpload},{TikTokScopes.VideoPublish}";

    /// <summary>When a PKCE challenge is sent: always, or loopback-only as TikTok's guide for web apps has it.</summary>
    public string Pkce { get; set; } = "always";

    /// <summary>
    /// clipyard-sandbox, tiktok-sandbox or production; null: as TikTokAddress and the key look (TIKTOK_SANDBOX_MODE=true
    /// is tiktok-sandbox).
    /// </summary>
    public string? Mode { get; set; }

    /// <summary>The consent page as browsers reach it; null: TikTok's, or that of the sandbox at TikTokAddress.</summary>
    public Uri? AuthorizeAddress { get; set; }

    /// <summary>How far the time in the signature of TikTok's webhooks may lie from ours.</summary>
    public TimeSpan WebhookTolerance { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Tokens with which the portal verifies this address as a URL prefix: /tiktokTOKEN.txt is served for each of them, and
    /// for no other.
    /// </summary>
    public IList<string> VerificationTokens { get; } = [];

    /// <summary>Whether there is an app.</summary>
    public bool IsConfigured() => ClientKey is { Length: > 0 } && ClientSecret is { Length: > 0 };
}
