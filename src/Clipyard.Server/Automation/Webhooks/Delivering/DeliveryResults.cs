using Clipyard.Server.Automation.Webhooks.Subscribing;
using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Automation.Webhooks.Delivering;

/// <summary>Writes down what became of a message, and of its webhook by it.</summary>
internal sealed partial class DeliveryResults(
    ClipyardDb db,
    SwitchOff switchOff,
    WebhookMetrics metrics,
    IOptions<WebhookOptions> options,
    TimeProvider time,
    ILogger<DeliveryResults> logger
)
{
    // Of one message: about four hours, so that no short trouble counts, however long ago the last success was.
    private const int TriesInVain = 8;

    private static readonly TimeSpan PutOffFor = TimeSpan.FromMinutes(5);

    // What happened is written down even while the server stops.
    private static CancellationToken None => CancellationToken.None;

    public async Task WriteAsync(WebhookDelivery delivery, Target target, AttemptResult result)
    {
        if (result.IsReceived)
        {
            await ReceivedAsync(delivery, result);
            return;
        }

        if (result.IsPutOff)
        {
            await PutOffAsync(delivery, result);
            return;
        }

        await FailedAsync(delivery, result);
        if (delivery.WebhookId is { } id && target.WebhookRevision is { } revision)
        {
            await BlameAsync(id, revision, delivery.FailedInARow + 1, result);
        }
    }

    /// <summary>Lets what is due in a message's lane wait: nothing was sent, so nothing failed.</summary>
    private async Task PutOffAsync(WebhookDelivery delivery, AttemptResult result)
    {
        var until = time.GetUtcNow() + PutOffFor;
        var waiting = await db
            .WebhookDeliveries.Where(row => row.Lane == delivery.Lane && row.NextAttemptAt < until)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.NextAttemptAt, until).SetProperty(row => row.LastError, result.Error),
                None
            );
        if (waiting > 0)
        {
            LogPutOff(waiting, delivery.Lane, PutOffFor);
        }
    }

    // Whatever another process found meanwhile: it was received.
    private async Task ReceivedAsync(WebhookDelivery delivery, AttemptResult result)
    {
        var now = time.GetUtcNow();
        var duration = (int)result.Duration.TotalMilliseconds;
        var written = await db
            .WebhookDeliveries.Where(row => row.Id == delivery.Id && row.State == DeliveryState.Pending)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.State, DeliveryState.Delivered)
                        .SetProperty(row => row.Attempts, row => row.Attempts + 1)
                        .SetProperty(row => row.FailedInARow, 0)
                        .SetProperty(row => row.NextAttemptAt, (DateTimeOffset?)null)
                        .SetProperty(row => row.LastAttemptAt, now)
                        .SetProperty(row => row.LastStatus, result.Status)
                        .SetProperty(row => row.LastError, (string?)null)
                        .SetProperty(row => row.DurationMs, duration)
                        .SetProperty(row => row.Response, result.Response)
                        .SetProperty(row => row.EndedAt, now),
                None
            );
        if (written > 0)
        {
            metrics.Tried("delivered");
        }

        await db
            .Webhooks.Where(row => row.Id == delivery.WebhookId && row.FailingSince != null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.FailingSince, (DateTimeOffset?)null), None);
    }

    // Only of the try that was meant: nobody else has sent it, or asked for it again, meanwhile.
    private async Task FailedAsync(WebhookDelivery delivery, AttemptResult result)
    {
        var now = time.GetUtcNow();
        var wait = result.IsFinal ? null : Backoff.After(delivery.FailedInARow + 1, result.RetryAfter);
        var state = wait is null ? DeliveryState.Failed : DeliveryState.Pending;
        var next = now + wait;
        DateTimeOffset? end = wait is null ? now : null;
        var sent = result.WasSent ? 1 : 0;
        var duration = (int)result.Duration.TotalMilliseconds;
        var written = await db
            .WebhookDeliveries.Where(row =>
                row.Id == delivery.Id
                && row.State == DeliveryState.Pending
                && row.Attempts == delivery.Attempts
                && row.FailedInARow == delivery.FailedInARow
            )
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.State, state)
                        .SetProperty(row => row.Attempts, row => row.Attempts + sent)
                        .SetProperty(row => row.FailedInARow, row => row.FailedInARow + 1)
                        .SetProperty(row => row.NextAttemptAt, next)
                        .SetProperty(row => row.LastAttemptAt, now)
                        .SetProperty(row => row.LastStatus, result.Status)
                        .SetProperty(row => row.LastError, result.Error)
                        .SetProperty(row => row.DurationMs, duration)
                        .SetProperty(row => row.Response, result.Response)
                        .SetProperty(row => row.EndedAt, end),
                None
            );
        if (written > 0)
        {
            metrics.Tried(state == DeliveryState.Failed ? "failed" : "retried");
        }
    }

    // A try that was meant for an earlier address says nothing of the present one: it is the revision that was tried.
    private async Task BlameAsync(Guid webhookId, int revision, int failedInARow, AttemptResult result)
    {
        if (result.IsGone)
        {
            await switchOff.RunAsync(webhookId, revision, "Its receiver answered 410 Gone.", None);
            return;
        }

        var now = time.GetUtcNow();
        await db
            .Webhooks.Where(row => row.Id == webhookId && row.Revision == revision && row.FailingSince == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.FailingSince, now), None);
        if (failedInARow < TriesInVain)
        {
            return;
        }

        var longAgo = now - options.Value.SwitchOffAfter;
        var since = await db
            .Webhooks.Where(row => row.Id == webhookId && row.FailingSince <= longAgo)
            .Select(row => row.FailingSince)
            .SingleOrDefaultAsync(None);
        if (since is { } first)
        {
            var reason = $"No delivery was received since {first:u}. The last failure: {result.Error}";
            await switchOff.RunAsync(webhookId, revision, reason, None);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "The signing secret of lane {Lane} cannot be read: {Count} messages wait for {Time}. Bring the server's "
            + "keys back, or rotate the secret"
    )]
    private partial void LogPutOff(int count, string lane, TimeSpan time);
}
