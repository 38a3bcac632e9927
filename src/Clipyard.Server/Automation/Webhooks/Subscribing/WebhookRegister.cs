using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Audit;
using Clipyard.Server.Automation.Webhooks.Delivering;
using Clipyard.Server.Automation.Webhooks.Signing;
using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Automation.Webhooks.Subscribing;

/// <summary>The owner's webhooks.</summary>
internal sealed class WebhookRegister(
    ClipyardDb db,
    WebhookRules rules,
    SigningSecrets secrets,
    SwitchOff switchOff,
    IAuditLog audit,
    TimeProvider time
)
{
    public const int MostPerOwner = 50;

    private const string ByOwner = "Its owner switched it off.";

    /// <summary>A page of them, newest first.</summary>
    /// <exception cref="ClipyardException"><c>invalid_parameter</c>.</exception>
    public async Task<WebhooksAnswer> ListAsync(string? limit, string? cursor, CancellationToken cancellationToken)
    {
        var wanted = PageLimit.Read(limit, MostPerOwner);
        var rows = db.Webhooks.AsNoTracking();
        if (Cursor.Read<IdPosition<Guid>>(cursor) is { Id: var last })
        {
            rows = rows.Where(webhook => webhook.Id.CompareTo(last) < 0);
        }

        var page = await rows.OrderByDescending(row => row.Id)
            .PageAsync(wanted, row => new IdPosition<Guid>(row.Id), cancellationToken);
        return new WebhooksAnswer(
            [.. page.Rows.Select(WebhookAnswer.Of)],
            page.Rows.Count,
            await db.Webhooks.CountAsync(cancellationToken),
            page.NextCursor
        );
    }

    /// <exception cref="ClipyardException"><c>not_found</c>.</exception>
    public async Task<WebhookAnswer> GetAsync(Guid id, CancellationToken cancellationToken) =>
        WebhookAnswer.Of(await FindAsync(id, cancellationToken));

    /// <summary>Makes one, or finds the one that an earlier, same request made.</summary>
    /// <exception cref="ClipyardException">
    /// <c>invalid_parameter</c>, <c>url_not_allowed</c>, <c>quota_exceeded</c>.
    /// </exception>
    public async Task<MadeWebhookAnswer> MakeAsync(
        WebhookBody body,
        IIdempotency idempotency,
        CancellationToken cancellationToken
    )
    {
        if (Guid.TryParse(idempotency.EarlierResourceId, out var earlier))
        {
            var shown = await GetAsync(earlier, cancellationToken);
            return new MadeWebhookAnswer(shown, (await secrets.ShowAsync(earlier, cancellationToken)).Text);
        }

        var now = time.GetUtcNow();
        var webhook = new Webhook
        {
            Id = Guid.CreateVersion7(now),
            OwnerId = db.Scope.Owner.Id,
            Url = rules.Url(body.Url),
            Description = WebhookRules.Description(body.Description),
            Events = WebhookRules.Events(body.Events),
            IsEnabled = true,
            CreatedAt = now,
            UpdatedAt = now,
        };
        // Counted and added in one turn at the write gate, so that two requests at once cannot both be the last.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await ThrowIfTooManyAsync(cancellationToken);
        db.Webhooks.Add(webhook);
        var secret = secrets.Add(webhook.Id);
        audit.Add(db, WebhookAudit.Made, $"{webhook.Id}", new { Host = HostOf(webhook), webhook.Events });
        idempotency.Remember(db, $"{webhook.Id}");
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new MadeWebhookAnswer(WebhookAnswer.Of(webhook), secret);
    }

    /// <exception cref="ClipyardException">
    /// <c>not_found</c>, <c>invalid_parameter</c>, <c>url_not_allowed</c>; <c>conflict</c>: somebody else changes it now.
    /// </exception>
    public async Task<WebhookAnswer> ChangeAsync(Guid id, WebhookPatch patch, CancellationToken cancellationToken)
    {
        var webhook = await FindAsync(id, cancellationToken);
        webhook.Events = patch.Events is null ? webhook.Events : WebhookRules.Events(patch.Events);
        webhook.Description = patch.Description is null
            ? webhook.Description
            : WebhookRules.Description(patch.Description);
        if (patch.Url is not null)
        {
            webhook.Url = rules.Url(patch.Url);
            webhook.FailingSince = null; // another receiver
        }

        var now = time.GetUtcNow();
        if (patch.Enabled == true && !webhook.IsEnabled)
        {
            webhook.IsEnabled = true;
            (webhook.DisabledAt, webhook.DisabledReason, webhook.FailingSince) = (null, null, null);
        }

        var isSwitchedOff = patch.Enabled == false && webhook.IsEnabled;
        if (isSwitchedOff)
        {
            (webhook.IsEnabled, webhook.DisabledAt, webhook.DisabledReason) = (false, now, ByOwner);
        }

        webhook.UpdatedAt = now;
        webhook.Revision++;
        audit.Add(
            db,
            WebhookAudit.Changed,
            $"{id}",
            new
            {
                Host = HostOf(webhook),
                webhook.Events,
                Enabled = webhook.IsEnabled,
            }
        );
        await SaveAsync(isSwitchedOff ? id : null, cancellationToken);
        return WebhookAnswer.Of(webhook);
    }

    /// <summary>Removes one, with its deliveries.</summary>
    /// <exception cref="ClipyardException"><c>not_found</c>.</exception>
    public async Task RemoveAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.WebhookDeliveries.Where(row => row.WebhookId == id).ExecuteDeleteAsync(cancellationToken);
        await db.SigningSecrets.Where(row => row.Id == id).ExecuteDeleteAsync(cancellationToken);
        if (await db.Webhooks.Where(row => row.Id == id).ExecuteDeleteAsync(cancellationToken) == 0)
        {
            throw Missing(id);
        }

        audit.Add(db, WebhookAudit.Removed, $"{id}");
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>The owner's webhook.</summary>
    /// <exception cref="ClipyardException"><c>not_found</c>.</exception>
    public async Task<Webhook> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Webhooks.SingleOrDefaultAsync(row => row.Id == id, cancellationToken) ?? throw Missing(id);

    private async Task SaveAsync(Guid? switchedOff, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException error)
        {
            throw new ClipyardException(FailureCatalogue.Conflict, "Somebody else has just changed it.", error);
        }

        if (switchedOff is { } id)
        {
            await switchOff.GiveUpAsync(id, ByOwner, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private async Task ThrowIfTooManyAsync(CancellationToken cancellationToken)
    {
        if (await db.Webhooks.CountAsync(cancellationToken) >= MostPerOwner)
        {
            throw new ClipyardException(FailureCatalogue.QuotaExceeded, $"There are {MostPerOwner} webhooks already.")
            {
                Remedies = ["Let one webhook listen to more types of event, or delete one."],
            };
        }
    }

    private static ClipyardException Missing(Guid id) =>
        new(FailureCatalogue.NotFound, $"There is no webhook {id}.")
        {
            Remedies = ["GET /api/webhooks lists the webhooks."],
        };

    private static string HostOf(Webhook webhook) => new Uri(webhook.Url).Host;
}
