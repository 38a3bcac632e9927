using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Clipyard.Server.Events;

internal sealed class LoggedEventConfiguration : IEntityTypeConfiguration<LoggedEvent>
{
    public void Configure(EntityTypeBuilder<LoggedEvent> logged)
    {
        logged.ToTable("events");
        logged.Property(e => e.Type).HasMaxLength(64);
        logged.Property(e => e.Subject).HasMaxLength(64);
        logged.HasIndex(e => new { e.OwnerId, e.Id });
        logged.HasIndex(e => new
        {
            e.OwnerId,
            e.Subject,
            e.Id,
        });
        logged.HasIndex(e => e.At); // swept after seven days
        // Few: what the follower has yet to hear.
        logged.HasIndex(e => new { e.OwnerId, e.UntoldSince }).HasFilter("untold_since IS NOT NULL");
    }
}
