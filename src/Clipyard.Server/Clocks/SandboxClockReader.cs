using Microsoft.Extensions.Hosting;

namespace Clipyard.Server.Clocks;

/// <summary>Looks at the sandbox's clock every second, and once before anything else begins.</summary>
internal sealed class SandboxClockReader(SandboxTime time) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await time.FollowAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await time.FollowAsync(stoppingToken);
        }
    }
}
