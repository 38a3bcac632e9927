using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Storage;

/// <summary>Deletes what killed processes left behind: at start, then every hour.</summary>
internal sealed partial class TemporaryFileSweeper(
    TemporaryFiles files,
    TimeProvider time,
    ILogger<TemporaryFileSweeper> logger
) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            SweepOnce();
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private void SweepOnce()
    {
        try
        {
            if (files.Sweep() is var count and > 0)
            {
                LogSwept(count);
            }
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            LogUnreadable(error);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Deleted {Count} temporary files older than a day")]
    private partial void LogSwept(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The temporary files cannot be looked through")]
    private partial void LogUnreadable(Exception error);
}
