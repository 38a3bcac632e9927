using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Api.Idempotency;

/// <summary>Forgets idempotency keys after seven days.</summary>
internal sealed partial class IdempotencySweeper(
    IServiceScopeFactory scopes,
    TimeProvider time,
    ILogger<IdempotencySweeper> logger
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <summary>Deletes what is too old.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var oldest = time.GetUtcNow() - IdempotencyMiddleware.KeptFor;
        await using var scope = scopes.CreateAsyncScope();
        await scope
            .ServiceProvider.GetRequiredService<ClipyardDb>()
            .IdempotencyRecords.IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .Where(record => record.CreatedAt <= oldest)
            .ExecuteDeleteAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(error); // the next round does it
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Old idempotency keys could not be deleted now")]
    private partial void LogFailed(Exception error);
}
