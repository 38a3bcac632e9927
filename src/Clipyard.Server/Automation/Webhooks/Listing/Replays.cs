using System.Globalization;
using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Automation.Webhooks.Delivering;
using Clipyard.Server.Automation.Webhooks.Subscribing;
using Clipyard.Server.Automation.Webhooks.Telling;
using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Automation.Webhooks.Listing;

/// <summary>Sends messages because somebody asks for it.</summary>
internal sealed class Replays(
    ClipyardDb db,
    WebhookRegister webhooks,
    Messages messages,
    ILaneWaker waker,
    TimeProvider time
)
{
    private const string TestData = """{"message":"This is a test."}""";

    /// <summary>Sends a webhook a test.</summary>
    /// <exception cref="ClipyardException"><c>not_found</c>; <c>conflict</c>: it is switched off.</exception>
    public async Task<DeliveryAnswer> TestAsync(
        Guid webhookId,
        IIdempotency idempotency,
        CancellationToken cancellationToken
    )
    {
        var webhook = await webhooks.FindAsync(webhookId, cancellationToken);
        if (Guid.TryParse(idempotency.EarlierResourceId, out var earlier))
        {
            return DeliveryAnswer.Of(await FindAsync(earlier, cancellationToken));
        }

        ThrowIfOff(webhook);
        var now = time.GetUtcNow();
        var delivery = new WebhookDelivery
        {
            Id = Guid.CreateVersion7(now),
            OwnerId = webhook.OwnerId,
            WebhookId = webhookId,
            Type = OfferedEvents.Test,
            Body = messages.Of(OfferedEvents.Test, now, TestData),
            Lane = DeliveryLanes.OfWebhook(webhook.OwnerId, webhookId),
            State = DeliveryState.Pending,
            NextAttemptAt = now,
            CreatedAt = now,
        };
        db.WebhookDeliveries.Add(delivery);
        idempotency.Remember(db, $"{delivery.Id}");
        await db.SaveChangesAsync(cancellationToken);
        await waker.WakeAsync(delivery.Lane, now, cancellationToken);
        return DeliveryAnswer.Of(delivery);
    }

    /// <summary>Sends one of a webhook's messages again, received or not.</summary>
    /// <exception cref="ClipyardException"><c>not_found</c>; <c>conflict</c>: the webhook is switched off.</exception>
    public async Task<DeliveryAnswer> ReplayAsync(
        Guid webhookId,
        Guid deliveryId,
        IIdempotency idempotency,
        CancellationToken cancellationToken
    )
    {
        var webhook = await webhooks.FindAsync(webhookId, cancellationToken);
        if (idempotency.EarlierResourceId is null)
        {
            ThrowIfOff(webhook);
        }

        return await ReplayAsync(
            db.WebhookDeliveries.Where(row => row.WebhookId == webhookId),
            deliveryId,
            idempotency,
            cancellationToken
        );
    }

    /// <summary>Calls a post's callback again.</summary>
    /// <exception cref="ClipyardException"><c>not_found</c>.</exception>
    public Task<DeliveryAnswer> ReplayCallbackAsync(
        Guid deliveryId,
        IIdempotency idempotency,
        CancellationToken cancellationToken
    ) => ReplayAsync(db.WebhookDeliveries.Where(row => row.PostId != null), deliveryId, idempotency, cancellationToken);

    /// <summary>Sends again what a webhook has not received.</summary>
    /// <returns>How much that is.</returns>
    /// <exception cref="ClipyardException">
    /// <c>not_found</c>, <c>invalid_parameter</c>; <c>conflict</c>: the webhook is switched off.
    /// </exception>
    public async Task<ReplayAnswer> ReplayFailedAsync(
        Guid webhookId,
        DateTimeOffset? since,
        IIdempotency idempotency,
        CancellationToken cancellationToken
    )
    {
        if (since is not { } from)
        {
            throw new ClipyardException(
                FailureCatalogue.InvalidParameter,
                "The member 'since' is missing: a time such as 2026-12-01T00:00:00Z."
            )
            {
                Parameter = "since",
            };
        }

        var webhook = await webhooks.FindAsync(webhookId, cancellationToken);
        if (int.TryParse(idempotency.EarlierResourceId, CultureInfo.InvariantCulture, out var earlier))
        {
            return new ReplayAnswer(earlier);
        }

        ThrowIfOff(webhook);
        var failed = db.WebhookDeliveries.Where(row =>
            row.WebhookId == webhookId && row.State == DeliveryState.Failed && row.CreatedAt >= from
        );
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var replayed = await AgainAsync(failed, cancellationToken);
        idempotency.Remember(db, replayed.ToString(CultureInfo.InvariantCulture)); // the answer has nothing else
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await waker.WakeAsync(DeliveryLanes.OfWebhook(webhook.OwnerId, webhookId), time.GetUtcNow(), cancellationToken);
        return new ReplayAnswer(replayed);
    }

    private async Task<DeliveryAnswer> ReplayAsync(
        IQueryable<WebhookDelivery> among,
        Guid deliveryId,
        IIdempotency idempotency,
        CancellationToken cancellationToken
    )
    {
        if (idempotency.EarlierResourceId is not null)
        {
            return DeliveryAnswer.Of(await FindAsync(deliveryId, cancellationToken));
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await AgainAsync(among.Where(row => row.Id == deliveryId), cancellationToken) == 0)
        {
            throw Missing(deliveryId);
        }

        idempotency.Remember(db, $"{deliveryId}");
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        var delivery = await FindAsync(deliveryId, cancellationToken);
        await waker.WakeAsync(delivery.Lane, time.GetUtcNow(), cancellationToken);
        return DeliveryAnswer.Of(delivery);
    }

    private Task<int> AgainAsync(IQueryable<WebhookDelivery> rows, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return rows.ExecuteUpdateAsync(
            set =>
                set.SetProperty(row => row.State, DeliveryState.Pending)
                    .SetProperty(row => row.FailedInARow, 0)
                    .SetProperty(row => row.NextAttemptAt, now)
                    .SetProperty(row => row.EndedAt, (DateTimeOffset?)null),
            cancellationToken
        );
    }

    private async Task<WebhookDelivery> FindAsync(Guid deliveryId, CancellationToken cancellationToken) =>
        await db.WebhookDeliveries.AsNoTracking().SingleOrDefaultAsync(row => row.Id == deliveryId, cancellationToken)
        ?? throw Missing(deliveryId);

    private static void ThrowIfOff(Webhook webhook)
    {
        if (!webhook.IsEnabled)
        {
            throw new ClipyardException(FailureCatalogue.Conflict, "The webhook is switched off.")
            {
                Remedies = [$"Switch it on first: PATCH /api/webhooks/{webhook.Id} with enabled true."],
            };
        }
    }

    private static ClipyardException Missing(Guid deliveryId) =>
        new(FailureCatalogue.NotFound, $"There is no delivery {deliveryId}; they are kept for some weeks.")
        {
            Remedies = ["GET /api/webhooks/{id}/deliveries lists them, GET /api/webhooks/callbacks those of posts."],
        };
}
