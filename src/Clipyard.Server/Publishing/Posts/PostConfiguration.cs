using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Clipyard.Server.Publishing.Posts;

internal sealed class PostConfiguration
    : IEntityTypeConfiguration<Post>,
        IEntityTypeConfiguration<PostFile>,
        IEntityTypeConfiguration<PostEvent>
{
    /// <summary>The index that refuses a task's second post.</summary>
    public const string OneOfTask = "IX_posts_task";

    public void Configure(EntityTypeBuilder<Post> post)
    {
        post.ToTable("posts");
        post.Property(p => p.Kind).HasConversion<string>().HasMaxLength(16);
        post.Property(p => p.Mode).HasConversion<string>().HasMaxLength(16);
        post.Property(p => p.Transfer).HasConversion<string>().HasMaxLength(16);
        post.Property(p => p.State).HasConversion<string>().HasMaxLength(20);
        post.Property(p => p.Source).HasJson();
        post.Property(p => p.Settings).HasJson();
        post.Property(p => p.RepairNotes).HasJson();
        post.Property(p => p.PostIds).HasJson();
        post.Property(p => p.Revision).IsConcurrencyToken();
        post.Property(p => p.Lane).HasMaxLength(64);
        post.Property(p => p.LeaseHolder).HasMaxLength(64);
        post.HasIndex(p => new { p.Lane, p.DueAt }); // what a lane does next
        post.HasIndex(p => p.DueAt).HasFilter("lane IS NOT NULL"); // what the sweeper wakes
        post.HasIndex(p => new
        {
            p.OwnerId,
            p.CreatedAt,
            p.Id,
        });
        post.HasIndex(p => new
        {
            p.OwnerId,
            p.State,
            p.CreatedAt,
            p.Id,
        });
        post.HasIndex(p => new { p.AccountId, p.State });
        post.HasIndex(p => p.PublishId);
        // However many ask at once: one post of a task, unless it came to nothing.
        post.HasIndex(p => p.TaskId, OneOfTask)
            .IsUnique()
            .HasFilter("task_id IS NOT NULL AND state NOT IN ('Failed', 'Rejected', 'Cancelled')");
        // Whose staged files are to go: posts that still wait are in neither.
        post.HasIndex(p => p.EndedAt).HasFilter("files_removed_at IS NULL AND ended_at IS NOT NULL");
        post.HasIndex(p => p.InInboxAt).HasFilter("files_removed_at IS NULL AND in_inbox_at IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<PostFile> file)
    {
        file.ToTable("post_files");
        file.HasKey(f => new { f.PostId, f.Position });
        file.Property(f => f.Object).HasMaxLength(512);
        file.Property(f => f.Sha256).HasMaxLength(64);
        file.Property(f => f.ContentType).HasMaxLength(64);
        file.Property(f => f.VideoCodec).HasMaxLength(32);
        file.HasOne<Post>().WithMany().HasForeignKey(f => f.PostId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<PostEvent> line)
    {
        line.ToTable("post_events");
        line.Property(e => e.Type).HasMaxLength(32);
        line.Property(e => e.State).HasConversion<string>().HasMaxLength(20);
        line.HasIndex(e => new { e.PostId, e.Id });
        line.HasOne<Post>().WithMany().HasForeignKey(e => e.PostId).OnDelete(DeleteBehavior.Cascade);
    }
}
