namespace Clipyard.TikTokApi.OAuth;

/// <summary>What a person is asked to consent to, and where their browser goes afterwards.</summary>
public sealed record AuthorizationRequest
{
    /// <summary>
    /// A redirect address that the portal knows. https on a public host; or http on <c>localhost</c> or
    /// <c>127.0.0.1</c> with a port. Under 512 characters, without query and fragment. Sent as it was written.
    /// </summary>
    public required Uri RedirectUri { get; init; }

    /// <summary>The permissions to ask for. The person may decline single ones.</summary>
    public required ScopeSet Scopes { get; init; }

    /// <summary>Default <see cref="PkceUse.Always"/>.</summary>
    public PkceUse Pkce { get; init; }

    /// <summary>
    /// Whether the consent page is shown even to a browser that has consented before, so that another account can be
    /// chosen. Default true.
    /// </summary>
    public bool AlwaysAsk { get; init; } = true;
}
