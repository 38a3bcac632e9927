using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Clipyard.Server.Automation.Webhooks.Telling;

internal sealed class CalledPostConfiguration : IEntityTypeConfiguration<CalledPost>
{
    public void Configure(EntityTypeBuilder<CalledPost> called)
    {
        called.ToTable("called_posts");
        called.HasKey(c => c.PostId); // whoever is second fails
        called.Property(c => c.PostId).ValueGeneratedNever();
    }
}
