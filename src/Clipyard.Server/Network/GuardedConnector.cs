using System.Net;
using System.Net.Sockets;

namespace Clipyard.Server.Network;

/// <summary>Makes connections: a name is resolved once, and only what was checked is connected to.</summary>
/// <remarks>So it is of no use to a name's owner to answer a check with one address and the connection with another.</remarks>
internal sealed class GuardedConnector(TrustedOrigins trusted, IHostResolver resolver, IDialer dialer)
{
    /// <exception cref="Failures.ClipyardException"><c>url_not_allowed</c>: the name leads inside.</exception>
    /// <exception cref="SocketException">The name or the host does not answer.</exception>
    public async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context,
        CancellationToken cancellationToken
    )
    {
        var host = context.DnsEndPoint.Host;
        var found = IPAddress.TryParse(host, out var literal)
            ? [literal]
            : await resolver.ResolveAsync(host, cancellationToken);
        var isTrusted = context.InitialRequestMessage.RequestUri is { } address && trusted.Contains(address);
        var allowed = isTrusted ? found : Array.FindAll(found, PublicAddresses.Contains);
        if (allowed.Length == 0)
        {
            // Not which one: that would tell strangers about the network inside.
            throw found.Length == 0
                ? new SocketException((int)SocketError.HostNotFound)
                : AddressForm.Refuse("Its host is not on the public internet.");
        }

        return await DialAsync(allowed, context.DnsEndPoint.Port, cancellationToken);
    }

    private async Task<Stream> DialAsync(IPAddress[] addresses, int port, CancellationToken cancellationToken)
    {
        foreach (var address in addresses[..^1])
        {
            try
            {
                return await dialer.ConnectAsync(new IPEndPoint(address, port), cancellationToken);
            }
            catch (SocketException)
            {
                // The name has another address.
            }
        }

        return await dialer.ConnectAsync(new IPEndPoint(addresses[^1], port), cancellationToken);
    }
}
