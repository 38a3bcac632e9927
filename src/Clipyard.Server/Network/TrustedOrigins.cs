using System.Collections.Frozen;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Network;

/// <summary>Origins that an administrator vouches for: they may be inside, and may do without https.</summary>
internal sealed class TrustedOrigins
{
    private readonly FrozenSet<string> _origins;

    /// <summary>The configured ones and, while a sandbox stands in for TikTok, the sandbox's own.</summary>
    public TrustedOrigins(IOptions<NetworkOptions> options, IOptions<ServerOptions> server)
    {
        var configured = options.Value.TrustedOrigins.Select(TryRead).Append(server.Value.TikTokAddress).OfType<Uri>();
        _origins = configured.Select(OriginOf).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether scheme, host and port are those of one of them.</summary>
    public bool Contains(Uri address) => _origins.Contains(OriginOf(address));

    /// <summary>Reads an origin, <c>http://n8n:5678</c>; null when it is none.</summary>
    public static Uri? TryRead(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var origin)
        && (origin.Scheme == Uri.UriSchemeHttp || origin.Scheme == Uri.UriSchemeHttps)
        && origin is { PathAndQuery: "/", Fragment: "", UserInfo: "" }
        && HostForm.FaultOf(origin.IdnHost.Contains(':', StringComparison.Ordinal) ? origin.Host : origin.IdnHost)
            is null
            ? origin
            : null;

    private static string OriginOf(Uri address) => $"{address.Scheme}://{address.IdnHost}:{address.Port}";
}
