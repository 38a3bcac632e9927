using System.Net;

namespace Clipyard.Server.Network;

/// <inheritdoc cref="IHostResolver"/>
internal sealed class SystemHostResolver : IHostResolver
{
    public Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken) =>
        Dns.GetHostAddressesAsync(host, cancellationToken);
}
