using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Clipyard.Server.Jobs;

internal sealed class JobConfiguration : IEntityTypeConfiguration<Job>, IEntityTypeConfiguration<JobItem>
{
    public void Configure(EntityTypeBuilder<Job> job)
    {
        job.ToTable("jobs");
        job.Property(j => j.Kind).HasMaxLength(32);
        job.Property(j => j.Lane).HasMaxLength(200);
        job.Property(j => j.State).HasConversion<string>().HasMaxLength(16);
        job.Property(j => j.StudentId).HasMaxLength(128);
        job.Property(j => j.FailureCode).HasMaxLength(64);
        job.Property(j => j.LeaseHolder).HasMaxLength(64);
        job.HasIndex(j => new { j.State, j.DueAt }); // the sweeper's question: what is due
        job.HasIndex(j => new { j.Lane, j.State });
        job.HasIndex(j => new
        {
            j.OwnerId,
            j.CreatedAt,
            j.Id,
        });
        job.HasIndex(j => new
        {
            j.OwnerId,
            j.StudentId,
            j.CreatedAt,
            j.Id,
        });
        job.HasIndex(j => j.EndedAt); // swept after thirty days
        job.HasMany<JobItem>().WithOne().HasForeignKey(i => i.JobId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<JobItem> item)
    {
        item.ToTable("job_items");
        item.Property(i => i.State).HasConversion<string>().HasMaxLength(16);
        item.Property(i => i.VideoId).HasMaxLength(20);
        item.Property(i => i.Code).HasMaxLength(64);
        item.HasIndex(i => new { i.JobId, i.Position }).IsUnique();
    }
}
