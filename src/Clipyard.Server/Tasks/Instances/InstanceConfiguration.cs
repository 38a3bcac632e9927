using Clipyard.Server.Tasks.Posting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Clipyard.Server.Tasks.Instances;

internal sealed class InstanceConfiguration : IEntityTypeConfiguration<Instance>
{
    public void Configure(EntityTypeBuilder<Instance> instance)
    {
        instance.ToTable("instances");
        instance.Property(i => i.Name).HasMaxLength(TextRules.LongestName);
        instance.Property(i => i.Description).HasMaxLength(TextRules.LongestText);
        instance.Property(i => i.VideoPath).HasMaxLength(OutputPath.Longest);
        instance.Property(i => i.CaptionPath).HasMaxLength(OutputPath.Longest);
        instance.Property(i => i.Revision).IsConcurrencyToken();
        instance.HasIndex(i => new
        {
            i.OwnerId,
            i.CreatedAt,
            i.Id,
        });
    }
}
