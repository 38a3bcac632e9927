using Clipyard.Server.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Clipyard.Server.Accounts;

internal sealed class TikTokAccountConfiguration : IEntityTypeConfiguration<TikTokAccount>
{
    public void Configure(EntityTypeBuilder<TikTokAccount> account)
    {
        account.ToTable("tiktok_accounts");
        account.Property(a => a.OpenId).HasMaxLength(128);
        account.Property(a => a.Username).HasMaxLength(64);
        account.Property(a => a.DisplayName).HasMaxLength(200);
        account.Property(a => a.Scopes).HasMaxLength(500);
        account.Property(a => a.State).HasConversion<string>().HasMaxLength(16);
        account.Property(a => a.StateReason).HasMaxLength(500);
        account.Property(a => a.RefreshHolder).HasMaxLength(128);
        account.Ignore(a => a.Granted);
        account.Ignore(a => a.ShownName);
        account.HasIndex(a => new { a.OwnerId, a.OpenId }).IsUnique();
        account.HasIndex(a => a.OpenId); // TikTok's webhooks name nothing else
        account.HasIndex(a => new { a.State, a.AccessExpiresAt }); // the daily check, and the figures
        account.HasOne<Person>().WithMany().HasForeignKey(a => a.OwnerId).OnDelete(DeleteBehavior.Cascade);
    }
}
