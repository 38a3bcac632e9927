using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Clipyard.Server.Archive;

internal sealed class ClipConfiguration : IEntityTypeConfiguration<Clip>, IEntityTypeConfiguration<ClipFile>
{
    public void Configure(EntityTypeBuilder<Clip> clip)
    {
        clip.ToTable("tiktok_videos");
        clip.Property(c => c.StudentId).HasMaxLength(StudentIdText.MaxLength);
        clip.Property(c => c.Username).HasMaxLength(64);
        clip.Property(c => c.VideoId).HasMaxLength(20);
        clip.Property(c => c.VideoUrl).HasMaxLength(200);
        clip.Property(c => c.Kind).HasConversion<string>().HasMaxLength(8);
        clip.Property(c => c.Sha256).HasMaxLength(64);
        clip.Property(c => c.Chain).HasMaxLength(150);
        clip.HasIndex(c => new { c.OwnerId, c.VideoId }).IsUnique();
        clip.HasIndex(c => new // newest first, page by page
        {
            c.OwnerId,
            c.StudentId,
            c.PostedAt,
            c.Id,
        });
        clip.HasIndex(c => new
        {
            c.OwnerId,
            c.StudentId,
            c.StoredAt,
            c.Id,
        });
        clip.HasIndex(c => new
        {
            c.OwnerId,
            c.Username,
            c.StoredAt,
            c.Id,
        });
        IndexEachOrder(clip);
        clip.HasMany(c => c.Files).WithOne().HasForeignKey(f => f.ClipId).OnDelete(DeleteBehavior.Cascade);
    }

    // One for each order that all clips of an owner can be listed in.
    private static void IndexEachOrder(EntityTypeBuilder<Clip> clip)
    {
        clip.Property(c => c.SortedDurationMs).HasComputedColumnSql("COALESCE(duration_ms, 0)", stored: true);
        clip.HasIndex(c => new
        {
            c.OwnerId,
            c.StoredAt,
            c.Id,
        });
        clip.HasIndex(c => new
        {
            c.OwnerId,
            c.PostedAt,
            c.Id,
        });
        clip.HasIndex(c => new
        {
            c.OwnerId,
            c.SortedDurationMs,
            c.Id,
        });
        clip.HasIndex(c => new
        {
            c.OwnerId,
            c.SizeBytes,
            c.Id,
        });
    }

    public void Configure(EntityTypeBuilder<ClipFile> file)
    {
        file.ToTable("tiktok_files");
        file.Property(f => f.Object).HasMaxLength(300);
        file.Property(f => f.ContentType).HasMaxLength(64);
        file.Property(f => f.Sha256).HasMaxLength(64);
        file.HasIndex(f => f.Object).IsUnique();
        file.HasIndex(f => new { f.ClipId, f.Position }).IsUnique();
    }
}
