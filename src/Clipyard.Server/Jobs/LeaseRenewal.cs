using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Jobs;

/// <summary>Renews a lease in the background for as long as it is not disposed.</summary>
internal sealed partial class LeaseRenewal : IAsyncDisposable
{
    private readonly CancellationTokenSource _ended = new();
    private readonly ILogger<LeaseRenewal> _logger;
    private readonly Task _work;

    public LeaseRenewal(
        Func<Guid, CancellationToken, Task> renew,
        Guid jobId,
        TimeProvider time,
        ILogger<LeaseRenewal> logger
    )
    {
        _logger = logger;
        _work = RenewAsync(renew, jobId, time, _ended.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _work;
        _ended.Dispose();
    }

    private async Task RenewAsync(
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

    // A renewal that fails, for whatever reason, is made up for by the next; at worst the lease lapses, and nothing correct
    // rests on it. Thrown, it would make a failure of a step that succeeded.
    private async Task TryAsync(
        Func<Guid, CancellationToken, Task> renew,
        Guid jobId,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await renew(jobId, cancellationToken);
        }
        catch (Exception error)
            when (error is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            LogMissed(jobId, error);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lease of {JobId} could not be renewed this time")]
    private partial void LogMissed(Guid jobId, Exception error);
}
