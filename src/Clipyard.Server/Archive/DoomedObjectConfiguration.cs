using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Clipyard.Server.Archive;

internal sealed class DoomedObjectConfiguration : IEntityTypeConfiguration<DoomedObject>
{
    public void Configure(EntityTypeBuilder<DoomedObject> doomed)
    {
        doomed.ToTable("doomed_objects");
        doomed.Property(d => d.VideoId).HasMaxLength(20);
        doomed.Property(d => d.Object).HasMaxLength(300);
    }
}
