using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Clipyard.Server.Automation.Webhooks.Signing;

internal sealed class SigningSecretConfiguration : IEntityTypeConfiguration<SigningSecret>
{
    public void Configure(EntityTypeBuilder<SigningSecret> secret)
    {
        secret.ToTable("webhook_secrets");
        secret.Property(s => s.Id).ValueGeneratedNever();
        secret.Property(s => s.Revision).IsConcurrencyToken();
    }
}
