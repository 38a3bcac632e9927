using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Clipyard.Server.Api;

internal sealed class IdempotencyRecordConfiguration : IEntityTypeConfiguration<IdempotencyRecord>
{
    public void Configure(EntityTypeBuilder<IdempotencyRecord> record)
    {
        record.ToTable("idempotency_keys");
        record.HasKey(r => new
        {
            r.OwnerId,
            r.Route,
            r.Key,
        });
        record.Property(r => r.Route).HasMaxLength(100);
        record.Property(r => r.Key).HasMaxLength(200);
        record.Property(r => r.RequestHash).HasMaxLength(64);
        record.Property(r => r.ResourceId).HasMaxLength(64);
        record.HasIndex(r => r.CreatedAt); // swept after seven days
    }
}
