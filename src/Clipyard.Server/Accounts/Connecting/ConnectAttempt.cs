using Clipyard.Server.Data;

namespace Clipyard.Server.Accounts.Connecting;

/// <summary>Somebody was sent to TikTok's consent page and is awaited back: once, soon, in the same browser.</summary>
internal sealed class ConnectAttempt : IOwned
{
    public Guid Id { get; set; }

    public Guid OwnerId { get; set; }

    /// <summary>SHA-256 of the state that TikTok sends back.</summary>
    public required byte[] StateHash { get; set; }

    /// <summary>SHA-256 of the cookie of the browser that began, or that was shown the question; null: none yet.</summary>
    public byte[]? BrowserHash { get; set; }

    /// <summary>The verifier of the challenge, sealed; null when none was sent.</summary>
    public string? Verifier { get; set; }

    /// <summary>The address that TikTok was given, which the exchange must repeat.</summary>
    public required string RedirectUri { get; set; }

    /// <summary>Where the browser goes in the end: a path of ours, or an address of a registered origin.</summary>
    public required string ReturnTo { get; set; }

    /// <summary>Who began, for the audit log: <c>person:ID</c> or <c>key:ID</c>.</summary>
    public required string Actor { get; set; }

    /// <summary>Whether the browser that comes back is asked first: nobody knows whose it is.</summary>
    public bool AsksFirst { get; set; }

    /// <summary>SHA-256 of what the question's form sends back; null while nothing was asked.</summary>
    public byte[]? ProofHash { get; set; }

    /// <summary>What TikTok gave, sealed, while the question is not answered.</summary>
    public string? Pending { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>When TikTok sent the browser back: a state is good once.</summary>
    public DateTimeOffset? UsedAt { get; set; }
}
