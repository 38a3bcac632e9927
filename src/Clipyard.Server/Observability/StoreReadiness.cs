using Clipyard.Server.Storage;

namespace Clipyard.Server.Observability;

/// <summary>Whether files can be kept.</summary>
internal sealed class StoreReadiness(IMediaStore store) : IReadinessCheck
{
    public string Name => "store";

    public Task CheckAsync(CancellationToken cancellationToken) => store.CheckAsync(cancellationToken);
}
