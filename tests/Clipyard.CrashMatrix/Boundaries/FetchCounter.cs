using Clipyard.Server.Network;

namespace Clipyard.CrashMatrix.Boundaries;

/// <summary>Counts the fetches of the posts' sources: their HTTP client tells nobody what it does.</summary>
internal sealed class FetchCounter(IGuardedHttp http, BoundaryCounter counter) : IGuardedHttp
{
    public Uri Check(string address) => http.Check(address);

    public Task<HttpResponseMessage> GetAsync(Uri address, CancellationToken cancellationToken) =>
        CountAsync(address, () => http.GetAsync(address, cancellationToken));

    public Task<HttpResponseMessage> GetAsync(Uri address, long maxBytes, CancellationToken cancellationToken) =>
        CountAsync(address, () => http.GetAsync(address, maxBytes, cancellationToken));

    public Task<HttpResponseMessage> GetAsync(
        Uri address,
        long maxBytes,
        IReadOnlyCollection<string>? hosts,
        CancellationToken cancellationToken
    ) => CountAsync(address, () => http.GetAsync(address, maxBytes, hosts, cancellationToken));

    public Task<CallAnswer> PostAsync(OutgoingCall call, CancellationToken cancellationToken) =>
        http.PostAsync(call, cancellationToken);

    private async Task<HttpResponseMessage> CountAsync(Uri address, Func<Task<HttpResponseMessage>> get)
    {
        var number = counter.Begin(BoundaryKind.Call, $"GET {address.AbsolutePath}");
        var answer = await get();
        counter.End(BoundaryKind.Call, number);
        return answer;
    }
}
