using System.Text.Json.Serialization;

namespace Clipyard.Sandbox.Official.Apps;

/// <summary>A place that an app says it owns, so that TikTok pulls media from there.</summary>
public sealed record UrlProperty
{
    private const string Signature = "tiktok-developers-site-verification=";

    /// <summary>Host name or address.</summary>
    public required UrlPropertyKind Kind { get; init; }

    /// <summary>
    /// <c>media.example.com</c> or <c>https://media.example.com/videos/</c>. For tests also a prefix in plain http on
    /// loopback; <c>*</c> stands for every port there.
    /// </summary>
    public required string Value { get; init; }

    /// <summary>What the proof must contain.</summary>
    public required string Token { get; init; }

    /// <summary>Whether the proof was seen.</summary>
    public bool Verified { get; init; }

    /// <summary>The file under the prefix that proves it.</summary>
    [JsonIgnore]
    public string FileName => $"tiktok{Token}.txt";

    /// <summary>The content of that file, and the DNS record of a domain.</summary>
    [JsonIgnore]
    public string Proof => Signature + Token;

    /// <summary>Whether an address lies under this property, proved or not.</summary>
    internal bool Covers(Uri address) =>
        Kind == UrlPropertyKind.Domain ? CoversHost(address.Host) : LoopbackWildcard.StartsWith(address, Value);

    private bool CoversHost(string host) =>
        string.Equals(host, Value, StringComparison.OrdinalIgnoreCase)
        || host.EndsWith("." + Value, StringComparison.OrdinalIgnoreCase);
}
