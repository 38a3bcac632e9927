using System.Net;

namespace Clipyard.Server.Api.Hosting;

/// <summary>How far the server may be seen, from the root of the configuration and the <c>Cors</c> section.</summary>
internal sealed class ExposureOptions
{
    /// <summary>Where it listens, as configured.</summary>
    public IReadOnlyList<Uri> Urls { get; set; } = [];

    /// <summary>Where the outside world reaches it; null: where it listens.</summary>
    public Uri? PublicAddress { get; set; }

    /// <summary>Addresses and networks of proxies whose <c>X-Forwarded-For</c> and <c>-Proto</c> are believed.</summary>
    public IReadOnlyList<IPNetwork> KnownProxies { get; set; } = [];

    /// <summary>Whether it may listen beyond this machine without https.</summary>
    public bool AllowInsecure { get; set; }

    /// <summary>Origins whose pages may call with a key; none by default.</summary>
    public IReadOnlyList<string> CorsOrigins { get; set; } = [];
}
