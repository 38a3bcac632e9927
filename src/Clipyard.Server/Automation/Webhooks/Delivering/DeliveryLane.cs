using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Automation.Webhooks.Delivering;

/// <summary>
/// Sends what is due in one receiver's lane, a few messages at once. What is received is written down afterwards: after a
/// crash in between it is sent once more, never less than once.
/// </summary>
internal sealed partial class DeliveryLane(IServiceScopeFactory scopes, TimeProvider time, ILogger<DeliveryLane> logger)
    : ILaneRunner
{
    private const int AtOnce = 8;
    private const int MostInAStep = 200;

    // With the last time-outs a step stays below half a minute.
    private static readonly TimeSpan BeginsFor = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(30);

    public async Task<DateTimeOffset?> StepAsync(string lane, CancellationToken cancellationToken)
    {
        var due = await DueAsync(lane, cancellationToken);
        var began = time.GetTimestamp();
        var isTroubled = false;
        await Parallel.ForEachAsync(
            due,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (delivery, stop) =>
            {
                if (time.GetElapsedTime(began) < BeginsFor && !await TryAsync(delivery, stop))
                {
                    isTroubled = true;
                }
            }
        );
        var next = await NextAsync(lane, cancellationToken);
        return isTroubled && next is not null ? time.GetUtcNow() + AfterTrouble : next;
    }

    /// <returns>Whether it came to something that could be written down.</returns>
    private async Task<bool> TryAsync(DueDelivery due, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(due, cancellationToken);
            return true;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            LogUnforeseen(due.Id, error);
            return false;
        }
    }

    private async Task SendAsync(DueDelivery due, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<IOwnerScope>().Enter(new Owner(due.OwnerId, StorePrefix: ""));
        var delivery = await services
            .GetRequiredService<ClipyardDb>()
            .WebhookDeliveries.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == due.Id, cancellationToken);
        if (delivery is not { State: DeliveryState.Pending })
        {
            return; // switched off, or removed, since it was looked for
        }

        var target = await services.GetRequiredService<Targets>().FindAsync(delivery, cancellationToken);
        var result = await services.GetRequiredService<Attempt>().RunAsync(delivery, target, cancellationToken);
        await services.GetRequiredService<DeliveryResults>().WriteAsync(delivery, target, result);
        LogTried(delivery.Id, delivery.Type, result.Status, result.Error);
    }

    private async Task<List<DueDelivery>> DueAsync(string lane, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = time.GetUtcNow();
        return await Waiting(scope, lane)
            .Where(row => row.NextAttemptAt <= now)
            .OrderBy(row => row.NextAttemptAt)
            .ThenBy(row => row.Id)
            .Select(row => new DueDelivery(row.Id, row.OwnerId))
            .Take(MostInAStep)
            .ToListAsync(cancellationToken);
    }

    private async Task<DateTimeOffset?> NextAsync(string lane, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Waiting(scope, lane).MinAsync(row => row.NextAttemptAt, cancellationToken);
    }

    private static IQueryable<WebhookDelivery> Waiting(AsyncServiceScope scope, string lane) =>
        scope
            .ServiceProvider.GetRequiredService<ClipyardDb>()
            .WebhookDeliveries.IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .AsNoTracking()
            .Where(row => row.Lane == lane && row.NextAttemptAt != null);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Delivery {DeliveryId} of {Type}: status {Status}, {Error}")]
    private partial void LogTried(Guid deliveryId, string type, int? status, string? error);

    [LoggerMessage(Level = LogLevel.Error, Message = "Delivery {DeliveryId} ended in an unforeseen error")]
    private partial void LogUnforeseen(Guid deliveryId, Exception error);

    private sealed record DueDelivery(Guid Id, Guid OwnerId);
}
