using Clipyard.Server.Automation.Webhooks.Signing;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Automation.Webhooks.Delivering;

/// <summary>Finds where a message goes: as its webhook is now, not as it was when the event happened.</summary>
internal sealed class Targets(ClipyardDb db, IPostCallbacks callbacks, SigningSecrets secrets)
{
    public async Task<Target> FindAsync(WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        if (delivery.WebhookId is not { } webhookId)
        {
            return await OfCallbackAsync(delivery, cancellationToken);
        }

        var webhook = await db
            .Webhooks.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == webhookId, cancellationToken);
        return webhook is { IsEnabled: true }
            ? new Target(webhook.Url, webhookId, WebhookRevision: webhook.Revision)
            : new Target(Address: null, webhookId, SwitchOff.IsOff);
    }

    private async Task<Target> OfCallbackAsync(WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        await secrets.EnsureAsync(delivery.OwnerId, cancellationToken);
        var postId = delivery.PostId ?? Guid.Empty;
        var addresses = await callbacks.FindAsync([postId], cancellationToken);
        return addresses.TryGetValue(postId, out var address)
            ? new Target(address, delivery.OwnerId)
            : new Target(Address: null, delivery.OwnerId, "The post is gone, and with it the address.");
    }
}
