using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Clipyard.Server.Publishing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Automation.Webhooks.Delivering;

/// <summary>
/// Sends what is due in one receiver's lane, a few messages at once. What is received is written down afterwards: after a
/// crash in between it is sent once more, never less than once.
/// </summary>
internal sealed partial class DeliveryLane(
    IServiceScopeFactory scopes,
    IPublishingPause pause,
    IOptions<WebhookOptions> options,
    TimeProvider time,
    ILogger<DeliveryLane> logger
) : ILaneRunner
{
    private const int AtOnce = 8;
    private const int MostInAStep = 200;

    private static readonly TimeSpan LongestStep = TimeSpan.FromSeconds(28);
    private static readonly TimeSpan LeastToBegin = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(30);

    // What is begun may take as long as its receiver is given, and the step ends with the last of it.
    private TimeSpan BeginsFor
    {
        get
        {
            var left = LongestStep - options.Value.Timeout;
            return left > LeastToBegin ? left : LeastToBegin;
        }
    }

    public async Task<DateTimeOffset?> StepAsync(string lane, CancellationToken cancellationToken)
    {
        var isHeld = await pause.HoldsMessagesAsync(cancellationToken);
        var due = await DueAsync(lane, isHeld, cancellationToken);
        var began = time.GetTimestamp();
        await Parallel.ForEachAsync(
            due,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (delivery, stop) =>
            {
                if (time.GetElapsedTime(began) < BeginsFor)
                {
                    await TryAsync(delivery, stop);
                }
            }
        );
        return await NextAsync(lane, await pause.HoldsMessagesAsync(cancellationToken), cancellationToken);
    }

    private async Task TryAsync(DueDelivery due, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(due, cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            LogUnforeseen(due.Id, error);
            await PutOffAsync(due, cancellationToken);
        }
    }

    // In its row, where the sweep looks: what a step alone knows would be forgotten ten seconds later.
    private async Task PutOffAsync(DueDelivery due, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var later = time.GetUtcNow() + AfterTrouble;
        await scope
            .ServiceProvider.GetRequiredService<ClipyardDb>()
            .WebhookDeliveries.IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .Where(row => row.Id == due.Id && row.NextAttemptAt < later)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.NextAttemptAt, later), cancellationToken);
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

        // A step has many messages: what is held from now on is not sent any more.
        if (!HeldMessages.IsSendable(delivery.Type, await pause.HoldsMessagesAsync(cancellationToken)))
        {
            return;
        }

        var target = await services.GetRequiredService<Targets>().FindAsync(delivery, cancellationToken);
        var result = await services.GetRequiredService<Attempt>().RunAsync(delivery, target, cancellationToken);
        await services.GetRequiredService<DeliveryResults>().WriteAsync(delivery, target, result);
        LogTried(delivery.Id, delivery.Type, result.Status, result.Error);
    }

    private async Task<List<DueDelivery>> DueAsync(string lane, bool isHeld, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = time.GetUtcNow();
        return await Waiting(scope, lane, isHeld)
            .Where(row => row.NextAttemptAt <= now)
            .OrderBy(row => row.NextAttemptAt)
            .ThenBy(row => row.Id)
            .Select(row => new DueDelivery(row.Id, row.OwnerId))
            .Take(MostInAStep)
            .ToListAsync(cancellationToken);
    }

    private async Task<DateTimeOffset?> NextAsync(string lane, bool isHeld, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Waiting(scope, lane, isHeld).MinAsync(row => row.NextAttemptAt, cancellationToken);
    }

    private static IQueryable<WebhookDelivery> Waiting(AsyncServiceScope scope, string lane, bool isHeld) =>
        scope
            .ServiceProvider.GetRequiredService<ClipyardDb>()
            .WebhookDeliveries.IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .AsNoTracking()
            .Where(row => row.Lane == lane && row.NextAttemptAt != null)
            .Sendable(isHeld);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Delivery {DeliveryId} of {Type}: status {Status}, {Error}")]
    private partial void LogTried(Guid deliveryId, string type, int? status, string? error);

    [LoggerMessage(Level = LogLevel.Error, Message = "Delivery {DeliveryId} ended in an unforeseen error")]
    private partial void LogUnforeseen(Guid deliveryId, Exception error);

    private sealed record DueDelivery(Guid Id, Guid OwnerId);
}
