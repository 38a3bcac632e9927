using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Jobs;

/// <summary>Runs the sweeps: all of them when the server starts, then each in its own time and beside the others.</summary>
internal sealed partial class Sweeper(IServiceScopeFactory scopes, TimeProvider time, ILogger<Sweeper> logger)
    : BackgroundService
{
    // A sweep that takes long must not keep the others waiting: lanes are looked after every ten seconds.
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Kinds().Select(kind => RepeatAsync(kind.Index, kind.Every, stoppingToken)));

    private List<(int Index, TimeSpan Every)> Kinds()
    {
        using var scope = scopes.CreateScope();
        return [.. scope.ServiceProvider.GetServices<ISweep>().Select((sweep, index) => (index, sweep.Every))];
    }

    private async Task RepeatAsync(int index, TimeSpan every, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(every, time);
        do
        {
            await TryAsync(index, cancellationToken);
        } while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    // In a scope of its own: what a sweep leaves half-done is nobody else's to save.
    private async Task TryAsync(int index, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var sweep = scope.ServiceProvider.GetServices<ISweep>().ElementAt(index);
        try
        {
            await sweep.SweepAsync(cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(sweep.GetType().Name, error); // the next round makes up for it
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Sweep} did not come to its end")]
    private partial void LogFailed(string sweep, Exception error);
}
