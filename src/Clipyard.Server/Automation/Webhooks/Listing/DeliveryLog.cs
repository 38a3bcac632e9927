using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Automation.Webhooks.Delivering;
using Clipyard.Server.Automation.Webhooks.Subscribing;
using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Automation.Webhooks.Listing;

/// <summary>Reads what became of the owner's messages.</summary>
internal sealed class DeliveryLog(ClipyardDb db, WebhookRegister webhooks)
{
    private const int UnlessAsked = 100;

    /// <summary>A page of a webhook's, newest first.</summary>
    /// <exception cref="ClipyardException"><c>not_found</c>, <c>invalid_parameter</c>.</exception>
    public async Task<DeliveriesAnswer> OfWebhookAsync(
        Guid webhookId,
        DeliveryQuery query,
        CancellationToken cancellationToken
    )
    {
        await webhooks.FindAsync(webhookId, cancellationToken);
        return await ListAsync(db.WebhookDeliveries.Where(row => row.WebhookId == webhookId), query, cancellationToken);
    }

    /// <summary>A page of the callbacks, newest first; of one post when it is named.</summary>
    /// <exception cref="ClipyardException"><c>invalid_parameter</c>.</exception>
    public Task<DeliveriesAnswer> OfCallbacksAsync(
        string? onlyPost,
        DeliveryQuery query,
        CancellationToken cancellationToken
    )
    {
        var rows = db.WebhookDeliveries.Where(row => row.PostId != null);
        if (WordReader.Id("post_id", onlyPost) is { } postId)
        {
            rows = rows.Where(row => row.PostId == postId);
        }

        return ListAsync(rows, query, cancellationToken);
    }

    private static async Task<DeliveriesAnswer> ListAsync(
        IQueryable<WebhookDelivery> all,
        DeliveryQuery query,
        CancellationToken cancellationToken
    )
    {
        var wanted = PageLimit.Read(query.Limit, UnlessAsked);
        var after = Cursor.Read<IdPosition<Guid>>(query.Cursor);
        if (!string.IsNullOrEmpty(query.State))
        {
            var state = WordReader.Choice<DeliveryState>("state", query.State);
            all = all.Where(row => row.State == state);
        }

        var total = await all.CountAsync(cancellationToken);
        if (after is { Id: var last })
        {
            all = all.Where(row => row.Id.CompareTo(last) < 0);
        }

        var page = await all.AsNoTracking()
            .OrderByDescending(row => row.Id)
            .PageAsync(wanted, row => new IdPosition<Guid>(row.Id), cancellationToken);
        return new DeliveriesAnswer([.. page.Rows.Select(DeliveryAnswer.Of)], page.Rows.Count, total, page.NextCursor);
    }
}
