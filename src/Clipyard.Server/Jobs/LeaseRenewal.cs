using System.Data.Common;

namespace Clipyard.Server.Jobs;

/// <summary>Renews a lease in the background for as long as it is not disposed.</summary>
internal sealed class LeaseRenewal : IAsyncDisposable
{
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _work;

    public LeaseRenewal(Func<Guid, CancellationToken, Task> renew, Guid jobId, TimeProvider time) =>
        _work = RenewAsync(renew, jobId, time, _ended.Token);

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _work;
        _ended.Dispose();
    }

    private static async Task RenewAsync(
        Func<Guid, CancellationToken, Task> renew,
        Guid jobId,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        using var timer = new PeriodicTimer(Leases.Renewal, time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                await TryAsync(renew, jobId, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // the step has ended
        }
    }

    // A renewal that fails is made up for by the next; at worst the lease lapses, and nothing correct rests on it.
    private static async Task TryAsync(
        Func<Guid, CancellationToken, Task> renew,
        Guid jobId,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await renew(jobId, cancellationToken);
        }
        catch (DbException)
        {
            return;
        }
    }
}
