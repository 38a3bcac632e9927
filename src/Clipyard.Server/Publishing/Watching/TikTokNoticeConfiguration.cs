using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Clipyard.Server.Publishing.Watching;

internal sealed class TikTokNoticeConfiguration : IEntityTypeConfiguration<TikTokNotice>
{
    public void Configure(EntityTypeBuilder<TikTokNotice> notice)
    {
        notice.ToTable("tiktok_notices");
        notice.HasKey(n => n.Key);
        notice.Property(n => n.Key).HasMaxLength(64);
        notice.Property(n => n.Name).HasMaxLength(128);
        notice.HasIndex(n => n.PublishId);
        notice.HasIndex(n => n.ReceivedAt); // swept
    }
}
