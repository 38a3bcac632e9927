using Clipyard.Server.Automation.Webhooks.Subscribing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Clipyard.Server.Automation.Webhooks.Delivering;

internal sealed class WebhookDeliveryConfiguration : IEntityTypeConfiguration<WebhookDelivery>
{
    public void Configure(EntityTypeBuilder<WebhookDelivery> delivery)
    {
        delivery.ToTable("webhook_deliveries");
        delivery.Property(d => d.Type).HasMaxLength(64);
        delivery.Property(d => d.Lane).HasMaxLength(64);
        delivery.Property(d => d.State).HasConversion<string>().HasMaxLength(16);
        delivery.HasOne<Webhook>().WithMany().HasForeignKey(d => d.WebhookId).OnDelete(DeleteBehavior.Cascade);
        // However often an event is handed out: one message to one webhook.
        delivery.HasIndex(d => new { d.EventId, d.WebhookId }).IsUnique().HasFilter("event_id IS NOT NULL");
        delivery.HasIndex(d => new { d.Lane, d.NextAttemptAt }).HasFilter("next_attempt_at IS NOT NULL"); // what is due
        delivery.HasIndex(d => new
        {
            d.WebhookId,
            d.State,
            d.Id,
        });
        delivery.HasIndex(d => new { d.WebhookId, d.Id });
        delivery.HasIndex(d => new { d.OwnerId, d.Id }).HasFilter("post_id IS NOT NULL"); // the callbacks
        delivery.HasIndex(d => d.CreatedAt); // swept after a month
    }
}
