using Clipyard.Server.Network;

namespace Clipyard.Server.Publishing.Requests.Accepting;

/// <summary>Whom a request wants to be called back: an address like any other that strangers give.</summary>
internal sealed class CallbackAddress(IGuardedHttp network)
{
    /// <summary>Checks what can be seen of it; null when nobody is to be called.</summary>
    /// <exception cref="Failures.ClipyardException"><c>url_not_allowed</c>.</exception>
    public string? Check(string? address) =>
        string.IsNullOrWhiteSpace(address) ? null : network.Check(address).AbsoluteUri;
}
