namespace Clipyard.TikTokApi.Http;

/// <summary>
/// Sends requests for TikTok's names to another address. Only connection and scheme change: everything above this
/// handler, and the Host header, keeps TikTok's names.
/// </summary>
internal sealed class TikTokAddressHandler(Uri address) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var original = request.RequestUri ?? throw new InvalidOperationException("The request has no address.");
        request.Headers.Host = original.Authority;
        request.RequestUri = new Uri(address, original.PathAndQuery);
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            request.RequestUri = original;
        }
    }
}
