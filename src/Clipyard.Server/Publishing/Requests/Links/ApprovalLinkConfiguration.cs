using Clipyard.Server.Publishing.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Clipyard.Server.Publishing.Requests.Links;

internal sealed class ApprovalLinkConfiguration : IEntityTypeConfiguration<ApprovalLink>
{
    public void Configure(EntityTypeBuilder<ApprovalLink> link)
    {
        link.ToTable("approval_links");
        link.Property(l => l.Version).HasMaxLength(32);
        link.Property(l => l.TokenHash).HasMaxLength(32);
        link.Property(l => l.MadeBy).HasMaxLength(64);
        link.Property(l => l.UsedAt).IsConcurrencyToken();
        link.HasIndex(l => l.TokenHash).IsUnique();
        link.HasIndex(l => new { l.PostId, l.Id });
        link.HasIndex(l => l.ExpiresAt); // swept
        link.HasOne<Post>().WithMany().HasForeignKey(l => l.PostId).OnDelete(DeleteBehavior.Cascade);
    }
}
