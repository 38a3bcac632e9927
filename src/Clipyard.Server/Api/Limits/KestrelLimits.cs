using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Api.Limits;

/// <summary>The limits that hold before a request has a route.</summary>
internal sealed class KestrelLimits(IOptions<LimitOptions> limits) : IConfigureOptions<KestrelServerOptions>
{
    public void Configure(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = limits.Value.BodyBytes;
        options.Limits.RequestHeadersTimeout = limits.Value.HeaderTimeout;
    }
}
