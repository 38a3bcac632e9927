using Clipyard.Server.Archive;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Clipyard.Server.Automation.Feeds;

internal sealed class StudentFeedConfiguration : IEntityTypeConfiguration<StudentFeed>
{
    public void Configure(EntityTypeBuilder<StudentFeed> feed)
    {
        feed.ToTable("student_feeds");
        feed.Property(f => f.StudentId).HasMaxLength(StudentIdText.MaxLength);
        feed.Property(f => f.TokenHash).HasMaxLength(64);
        feed.HasIndex(f => new { f.OwnerId, f.StudentId }).IsUnique();
        feed.HasIndex(f => f.TokenHash).IsUnique();
    }
}
