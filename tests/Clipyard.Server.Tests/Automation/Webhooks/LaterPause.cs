using Clipyard.Server.Publishing;

namespace Clipyard.Server.Tests.Automation.Webhooks;

/// <summary>Messages are held as soon as it was asked so many times.</summary>
internal sealed class LaterPause(int after) : IPublishingPause
{
    private int _asked;

    public Task<bool> IsPausedAsync(CancellationToken cancellationToken) => Task.FromResult(false);

    public Task<bool> HoldsMessagesAsync(CancellationToken cancellationToken) =>
        Task.FromResult(Interlocked.Increment(ref _asked) > after);
}
