using Clipyard.Server.Audit;
using Clipyard.Server.Automation.Webhooks.Subscribing;
using Clipyard.Server.Data;
using Clipyard.Server.Events;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Automation.Webhooks.Delivering;

/// <summary>Switches webhooks off whose receivers are not there any more, and says so.</summary>
internal sealed class SwitchOff(ClipyardDb db, IEventLog events, IAuditLog audit, TimeProvider time)
{
    /// <summary>What a message says that was on its way to a webhook which is off.</summary>
    public const string IsOff = "The webhook is switched off.";

    private const string System = "system";

    /// <summary>Switches a webhook off, unless it was changed since it was looked at.</summary>
    public async Task RunAsync(Guid webhookId, int revision, string reason, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = time.GetUtcNow();
        var switched = await db
            .Webhooks.Where(row => row.Id == webhookId && row.IsEnabled && row.Revision == revision)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.IsEnabled, false)
                        .SetProperty(row => row.DisabledAt, now)
                        .SetProperty(row => row.DisabledReason, reason)
                        .SetProperty(row => row.UpdatedAt, now)
                        .SetProperty(row => row.Revision, row => row.Revision + 1),
                cancellationToken
            );
        if (switched == 0)
        {
            return;
        }

        await GiveUpAsync(webhookId, reason, cancellationToken);
        var webhook = await db.Webhooks.AsNoTracking().SingleAsync(row => row.Id == webhookId, cancellationToken);
        var data = new WebhookDisabledData(webhookId, webhook.Description, new Uri(webhook.Url).Host, reason);
        events.Add(db, WebhookAudit.Disabled, $"{webhookId}", data);
        audit.Add(db, webhook.OwnerId, System, WebhookAudit.Disabled, $"{webhookId}", data);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Ends what is on its way to a webhook; it can be sent again when the webhook is on again.</summary>
    public Task<int> GiveUpAsync(Guid webhookId, string reason, CancellationToken cancellationToken)
    {
        var (now, error) = (time.GetUtcNow(), $"{IsOff} {reason}");
        return db
            .WebhookDeliveries.Where(row => row.WebhookId == webhookId && row.State == DeliveryState.Pending)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.State, DeliveryState.Failed)
                        .SetProperty(row => row.NextAttemptAt, (DateTimeOffset?)null)
                        .SetProperty(row => row.LastError, error)
                        .SetProperty(row => row.EndedAt, now),
                cancellationToken
            );
    }
}
