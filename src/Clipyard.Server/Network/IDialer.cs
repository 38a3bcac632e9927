using System.Net;

namespace Clipyard.Server.Network;

/// <summary>Connects to an address that has been checked. A seam: no test reaches the public internet.</summary>
internal interface IDialer
{
    /// <exception cref="System.Net.Sockets.SocketException">Nobody answers there.</exception>
    Task<Stream> ConnectAsync(IPEndPoint address, CancellationToken cancellationToken);
}
