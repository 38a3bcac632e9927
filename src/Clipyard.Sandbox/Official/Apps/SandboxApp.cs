namespace Clipyard.Sandbox.Official.Apps;

/// <summary>One registered app, as a developer has set it up in TikTok's portal.</summary>
public sealed record SandboxApp
{
    /// <summary>Its public name in requests. TikTok's own sandboxes have keys that begin with <c>sb</c>.</summary>
    public required string ClientKey { get; init; }

    /// <summary>Its secret: for the token endpoint, and the key of webhook signatures.</summary>
    public required string ClientSecret { get; init; }

    /// <summary>The name on the consent page.</summary>
    public string Name { get; init; } = "An app";

    /// <summary>At most 10. A loopback address may have <c>*</c> for its port.</summary>
    public IReadOnlyList<string> RedirectUris { get; init; } = [];

    /// <summary>The scopes it is approved for.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [.. OAuth.Scopes.All];

    /// <summary>Whether it passed the audit of the Content Posting API.</summary>
    public bool Audited { get; init; }

    /// <summary>The only accounts that may connect (a sandbox of TikTok's own); null lets everyone in.</summary>
    public IReadOnlyList<string>? TargetUsers { get; init; }

    /// <summary>How many different users may post directly in 24 hours; null takes 5 unaudited and 10,000 audited.</summary>
    public int? ActiveUserCap { get; init; }

    /// <summary>Where webhooks go: https, or http on loopback. Null for nowhere.</summary>
    public string? WebhookUrl { get; init; }

    /// <summary>The domains and prefixes that TikTok may pull from.</summary>
    public IReadOnlyList<UrlProperty> UrlProperties { get; init; } = [];

    internal int UserCap => ActiveUserCap ?? (Audited ? 10_000 : 5);
}
