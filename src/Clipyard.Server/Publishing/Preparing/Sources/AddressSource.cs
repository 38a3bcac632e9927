using Clipyard.Failures;
using Clipyard.Server.Network;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Preparing.Staging;

namespace Clipyard.Server.Publishing.Preparing.Sources;

/// <summary>Files behind addresses: somebody else's are fetched under guard, our own are looked up.</summary>
internal sealed class AddressSource(IGuardedHttp http, OwnAddresses own, ByteLimits limits)
{
    /// <summary>What an address stands for. Nothing is fetched before it is opened.</summary>
    /// <exception cref="ClipyardException"><c>url_not_allowed</c>; <c>not_found</c>: our own, but not this owner's.</exception>
    public async Task<SourceFile> FindAsync(string address, PostKind kind, CancellationToken cancellationToken)
    {
        if (own.KeyIn(address) is { } key)
        {
            return await own.FindAsync(key, cancellationToken);
        }

        var url = http.Check(address);
        var name = url.GetLeftPart(UriPartial.Path); // what follows may be a signature
        return new SourceFile(name, token => FetchAsync(url, kind, token));
    }

    private async Task<OpenedSource> FetchAsync(Uri url, PostKind kind, CancellationToken cancellationToken)
    {
        var answer = await http.GetAsync(url, limits.Of(kind), cancellationToken);
        try
        {
            return new OpenedSource(await answer.Content.ReadAsStreamAsync(cancellationToken), answer);
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }
}
