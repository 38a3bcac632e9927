using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Clipyard.Server.Accounts.Calls;

internal sealed class CallRecordConfiguration : IEntityTypeConfiguration<CallRecord>
{
    public void Configure(EntityTypeBuilder<CallRecord> record)
    {
        record.ToTable("tiktok_calls");
        record.HasKey(r => new { r.OpenId, r.Call });
        record.Property(r => r.OpenId).HasMaxLength(128);
        record.Property(r => r.Call).HasConversion<string>().HasMaxLength(16);
        record.Property(r => r.Instants).HasMaxLength(8 * 64);
        record.HasIndex(r => r.ChangedAt); // swept
    }
}
