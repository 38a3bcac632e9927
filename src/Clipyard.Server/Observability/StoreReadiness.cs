using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Storage;

namespace Clipyard.Server.Observability;

/// <summary>Whether files can be kept.</summary>
internal sealed class StoreReadiness(IMediaStore store) : IReadinessCheck
{
    public string Name => "store";

    public async Task<string?> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            await store.CheckAsync(cancellationToken);
            return null;
        }
        catch (ClipyardException failure)
        {
            return failure.Failure.Message;
        }
    }
}
