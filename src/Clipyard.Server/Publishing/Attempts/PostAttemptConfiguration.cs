using Clipyard.Server.Publishing.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Clipyard.Server.Publishing.Attempts;

internal sealed class PostAttemptConfiguration : IEntityTypeConfiguration<PostAttempt>
{
    public void Configure(EntityTypeBuilder<PostAttempt> attempt)
    {
        attempt.ToTable("post_attempts");
        attempt.Property(a => a.State).HasConversion<string>().HasMaxLength(16).IsConcurrencyToken();
        attempt.Property(a => a.Mode).HasConversion<string>().HasMaxLength(16);
        attempt.Property(a => a.Transfer).HasConversion<string>().HasMaxLength(16);
        attempt.Property(a => a.End).HasMaxLength(16);
        attempt.Property(a => a.PullTokenHash).HasMaxLength(64);
        attempt.HasIndex(a => a.PostId, "IX_post_attempts_live").IsUnique().HasFilter("state IN ('Open', 'Committed')");
        attempt.HasIndex(a => new { a.PostId, a.Number }).IsUnique();
        attempt.HasIndex(a => a.PublishId); // whose a webhook is
        attempt.HasIndex(a => a.PullTokenHash);
        attempt.HasIndex(a => new { a.OpenId, a.CreatedAt }); // what counts against TikTok's daily limits
        attempt.HasOne<Post>().WithMany().HasForeignKey(a => a.PostId).OnDelete(DeleteBehavior.Cascade);
    }
}
