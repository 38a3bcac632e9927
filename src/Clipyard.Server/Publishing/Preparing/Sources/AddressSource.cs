using Clipyard.Failures;
using Clipyard.Server.Network;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Preparing.Staging;

namespace Clipyard.Server.Publishing.Preparing.Sources;

/// <summary>Files behind addresses: somebody else's are fetched under guard, our own are looked up.</summary>
internal sealed class AddressSource(IGuardedHttp http, OwnAddresses own, ByteLimits limits)
{
    /// <summary>What an address stands for. Nothing is fetched before it is opened.</summary>
    /// <param name="address">The address.</param>
    /// <param name="kind">What the post is.</param>
    /// <param name="hosts">The only hosts that it and its redirects may be on; null: any.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    /// <exception cref="ClipyardException"><c>url_not_allowed</c>; <c>not_found</c>: our own, but not this owner's.</exception>
    public async Task<SourceFile> FindAsync(
        string address,
        PostKind kind,
        IReadOnlyList<string>? hosts,
        CancellationToken cancellationToken
    )
    {
        if (own.KeyIn(address) is { } key)
        {
            return await own.FindAsync(key, cancellationToken);
        }

        var url = HostPatterns.Within(hosts, http.Check(address));
        var name = url.GetLeftPart(UriPartial.Path); // what follows may be a signature
        return new SourceFile(name, token => FetchAsync(url, kind, hosts, token));
    }

    private async Task<OpenedSource> FetchAsync(
        Uri url,
        PostKind kind,
        IReadOnlyList<string>? hosts,
        CancellationToken cancellationToken
    )
    {
        var answer = await http.GetAsync(url, limits.Of(kind), hosts, cancellationToken);
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
