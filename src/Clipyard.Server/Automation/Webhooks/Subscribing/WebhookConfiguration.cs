using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Clipyard.Server.Automation.Webhooks.Subscribing;

internal sealed class WebhookConfiguration : IEntityTypeConfiguration<Webhook>
{
    public void Configure(EntityTypeBuilder<Webhook> webhook)
    {
        webhook.ToTable("webhooks");
        webhook.Property(w => w.Url).HasMaxLength(2_048);
        webhook.Property(w => w.Description).HasMaxLength(WebhookRules.LongestDescription);
        webhook.Property(w => w.Revision).IsConcurrencyToken();
        webhook.HasIndex(w => new { w.OwnerId, w.Id });
    }
}
