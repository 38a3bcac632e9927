using System.Net;

namespace Clipyard.Server.Network;

/// <summary>Finds a name's addresses. A seam: no test can change what the world's name servers say.</summary>
internal interface IHostResolver
{
    /// <exception cref="System.Net.Sockets.SocketException">There is no such name, or nobody answers.</exception>
    Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken);
}
