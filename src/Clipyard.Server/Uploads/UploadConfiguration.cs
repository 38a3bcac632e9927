using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Clipyard.Server.Uploads;

internal sealed class UploadConfiguration : IEntityTypeConfiguration<Upload>
{
    public void Configure(EntityTypeBuilder<Upload> upload)
    {
        upload.ToTable("uploads");
        upload.Property(u => u.Id).ValueGeneratedNever();
        upload.Property(u => u.FileName).HasMaxLength(TusMetadata.LongestName);
        upload.Property(u => u.Metadata).HasMaxLength(TusMetadata.Longest);
        upload.Property(u => u.ContentType).HasMaxLength(64);
        upload.Property(u => u.Sha256).HasMaxLength(64);
        upload.Property(u => u.TakenAt).IsConcurrencyToken(); // of two posts one takes it
        upload.HasIndex(u => new { u.OwnerId, u.ExpiresAt }); // what an owner has here
        upload.HasIndex(u => u.ExpiresAt); // the sweep
    }
}
