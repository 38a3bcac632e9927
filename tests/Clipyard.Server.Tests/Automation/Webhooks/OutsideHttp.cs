using Clipyard.Server.Network;

namespace Clipyard.Server.Tests.Automation.Webhooks;

/// <summary>Calls the receiver beside the test as if it were on the public internet.</summary>
internal sealed class OutsideHttp(GuardedHttp inner) : IGuardedHttp
{
    /// <summary>What goes wrong before anything is sent; null: nothing.</summary>
    public Exception? Fault { get; set; }

    public async Task<CallAnswer> PostAsync(OutgoingCall call, CancellationToken cancellationToken) =>
        Fault is { } fault ? throw fault : await inner.PostAsync(call, cancellationToken) with { IsTrusted = false };

    public Uri Check(string address) => inner.Check(address);

    public Task<HttpResponseMessage> GetAsync(Uri address, CancellationToken cancellationToken) =>
        inner.GetAsync(address, cancellationToken);

    public Task<HttpResponseMessage> GetAsync(Uri address, long maxBytes, CancellationToken cancellationToken) =>
        inner.GetAsync(address, maxBytes, cancellationToken);

    public Task<HttpResponseMessage> GetAsync(
        Uri address,
        long maxBytes,
        IReadOnlyCollection<string>? hosts,
        CancellationToken cancellationToken
    ) => inner.GetAsync(address, maxBytes, hosts, cancellationToken);
}
