using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Clipyard.Server.Archive;

internal sealed class StudentConfiguration : IEntityTypeConfiguration<Student>
{
    public void Configure(EntityTypeBuilder<Student> student)
    {
        student.ToTable("tiktok_users");
        student.HasKey(s => new { s.OwnerId, s.StudentId });
        student.Property(s => s.StudentId).HasMaxLength(StudentIdText.MaxLength);
        student.Property(s => s.Username).HasMaxLength(64);
        student.HasIndex(s => new { s.OwnerId, s.Username }).IsUnique();
    }
}
