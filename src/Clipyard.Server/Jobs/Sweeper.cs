using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Jobs;

/// <summary>Runs the sweeps: all of them when the server starts, then each in its own time.</summary>
internal sealed partial class Sweeper(IServiceScopeFactory scopes, TimeProvider time, ILogger<Sweeper> logger)
    : BackgroundService
{
    /// <summary>How often it is looked which are due.</summary>
    public static readonly TimeSpan Tick = TimeSpan.FromSeconds(10);

    private readonly Dictionary<Type, DateTimeOffset> _next = [];

    /// <summary>Runs those that are due, one after the other.</summary>
    public async Task RunDueAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var sweep in scope.ServiceProvider.GetServices<ISweep>())
        {
            var now = time.GetUtcNow();
            if (_next.TryGetValue(sweep.GetType(), out var next) && now < next)
            {
                continue;
            }

            _next[sweep.GetType()] = now + sweep.Every;
            await TryAsync(sweep, cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, time);
        do
        {
            await RunDueAsync(stoppingToken);
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TryAsync(ISweep sweep, CancellationToken cancellationToken)
    {
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
