using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Clipyard.Server.Archive;

internal sealed class ArchiveRecordConfiguration
    : IEntityTypeConfiguration<ArchiveRecord>,
        IEntityTypeConfiguration<ArchiveChain>
{
    public void Configure(EntityTypeBuilder<ArchiveRecord> record)
    {
        record.ToTable("archive_records");
        record.Property(r => r.Chain).HasMaxLength(150);
        record.Property(r => r.VideoId).HasMaxLength(20);
        record.Property(r => r.Hash).HasMaxLength(64);
        record.Property(r => r.Prev).HasMaxLength(64);
        record.Property(r => r.Mac).HasMaxLength(64);
        record.Property(r => r.ErasedReason).HasMaxLength(32);
        record.Property(r => r.ErasedMac).HasMaxLength(64);
        record
            .HasIndex(r => new
            {
                r.OwnerId,
                r.Chain,
                r.Seq,
            })
            .IsUnique();
        record.HasIndex(r => new { r.OwnerId, r.VideoId });
    }

    public void Configure(EntityTypeBuilder<ArchiveChain> chain)
    {
        chain.ToTable("archive_chains");
        chain.HasKey(c => new { c.OwnerId, c.Name });
        chain.Property(c => c.Name).HasMaxLength(150);
        chain.Property(c => c.Head).HasMaxLength(64);
    }
}
