using Clipyard.Server.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Clipyard.Server.Accounts.Connecting;

internal sealed class ConnectAttemptConfiguration : IEntityTypeConfiguration<ConnectAttempt>
{
    public void Configure(EntityTypeBuilder<ConnectAttempt> attempt)
    {
        attempt.ToTable("tiktok_connects");
        attempt.Property(a => a.StateHash).HasMaxLength(32);
        attempt.Property(a => a.BrowserHash).HasMaxLength(32);
        attempt.Property(a => a.ProofHash).HasMaxLength(32);
        attempt.Property(a => a.RedirectUri).HasMaxLength(512);
        attempt.Property(a => a.ReturnTo).HasMaxLength(2_000);
        attempt.Property(a => a.Actor).HasMaxLength(64);
        attempt.HasIndex(a => a.StateHash).IsUnique();
        attempt.HasIndex(a => a.ExpiresAt); // swept
        attempt.HasOne<Person>().WithMany().HasForeignKey(a => a.OwnerId).OnDelete(DeleteBehavior.Cascade);
    }
}
