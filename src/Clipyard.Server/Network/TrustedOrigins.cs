using System.Collections.Frozen;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Network;

/// <summary>Origins that an administrator vouches for: they may be inside, and may do without https.</summary>
internal sealed class TrustedOrigins
{
    private readonly FrozenSet<string> _origins;
    private readonly Uri? _sandbox;

    /// <summary>The configured ones and, while a sandbox stands in for TikTok, the sandbox's own.</summary>
    public TrustedOrigins(IOptions<NetworkOptions> options, IOptions<ServerOptions> server)
    {
        var configured = options.Value.TrustedOrigins.Select(TryRead).Append(server.Value.TikTokAddress).OfType<Uri>();
        _sandbox = server.Value.TikTokAddress;
        _origins = configured.Select(OriginOf).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether scheme, host and port are those of one of them.</summary>
    public bool Contains(Uri address) => _origins.Contains(OriginOf(address));

    /// <summary>
    /// Where a request for an address really goes: while a sandbox stands in for TikTok, TikTok's names lead there. Null:
    /// where the address says.
    /// </summary>
    public Uri? DetourOf(Uri address) =>
        _sandbox is not null && TikTokNames.Contains(address.IdnHost) ? new Uri(_sandbox, address.PathAndQuery) : null;

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
