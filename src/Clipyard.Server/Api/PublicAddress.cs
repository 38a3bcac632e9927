using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Api;

/// <inheritdoc cref="IPublicAddress"/>
internal sealed class PublicAddress(IOptions<ServerOptions> options, IServer server) : IPublicAddress
{
    public Uri Base => field ??= WithSlash(options.Value.PublicAddress ?? Bound());

    public string Absolute(string path) => new Uri(Base, path.TrimStart('/')).AbsoluteUri;

    private Uri Bound() =>
        server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address
            ? new Uri(address)
            : throw new InvalidOperationException("The server does not listen yet.");

    private static Uri WithSlash(Uri address) =>
        address.AbsoluteUri.EndsWith('/') ? address : new Uri(address.AbsoluteUri + "/");
}
