using Clipyard.Server.Jobs;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Storage;

/// <summary>Deletes what killed processes left behind.</summary>
internal sealed partial class TemporaryFileSweep(TemporaryFiles files, ILogger<TemporaryFileSweep> logger) : ISweep
{
    public TimeSpan Every => TimeSpan.FromHours(1);

    public Task SweepAsync(CancellationToken cancellationToken)
    {
        if (files.Sweep() is var count and > 0)
        {
            LogSwept(count);
        }

        return Task.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Deleted {Count} temporary files older than a day")]
    private partial void LogSwept(int count);
}
