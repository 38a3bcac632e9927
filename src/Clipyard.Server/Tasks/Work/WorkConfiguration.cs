using Clipyard.Server.Tasks.Instances;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Clipyard.Server.Tasks.Work;

internal sealed class WorkConfiguration
    : IEntityTypeConfiguration<AgentTask>,
        IEntityTypeConfiguration<PlanStep>,
        IEntityTypeConfiguration<TaskLog>
{
    public void Configure(EntityTypeBuilder<AgentTask> task)
    {
        task.ToTable("tasks");
        task.Property(t => t.Title).HasMaxLength(TextRules.LongestName);
        task.Property(t => t.Description).HasMaxLength(TextRules.LongestText);
        task.Property(t => t.Error).HasMaxLength(TextRules.LongestText);
        task.Property(t => t.State).HasConversion<string>().HasMaxLength(16);
        task.Property(t => t.Revision).IsConcurrencyToken();
        task.HasIndex(t => new
        {
            t.InstanceId,
            t.CreatedAt,
            t.Id,
        });
        // An instance goes after its tasks, each of which is looked at: one that is being posted stays.
        task.HasOne<Instance>().WithMany().HasForeignKey(t => t.InstanceId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PlanStep> step)
    {
        step.ToTable("task_steps");
        step.Property(s => s.StepId).HasMaxLength(StepRules.LongestId);
        step.Property(s => s.Title).HasMaxLength(TextRules.LongestName);
        step.Property(s => s.Description).HasMaxLength(TextRules.LongestText);
        step.Property(s => s.Status).HasConversion<string>().HasMaxLength(16);
        step.HasIndex(s => new { s.TaskId, s.Position });
        step.HasOne<AgentTask>().WithMany().HasForeignKey(s => s.TaskId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<TaskLog> line)
    {
        line.ToTable("task_logs");
        line.Property(l => l.AgentName).HasMaxLength(TextRules.LongestName);
        line.Property(l => l.Action).HasMaxLength(TextRules.LongestName);
        line.Property(l => l.Status).HasConversion<string>().HasMaxLength(16);
        line.Property(l => l.Message).HasMaxLength(TextRules.LongestText);
        line.HasIndex(l => new { l.TaskId, l.Id });
        line.HasOne<AgentTask>().WithMany().HasForeignKey(l => l.TaskId).OnDelete(DeleteBehavior.Cascade);
    }
}
