using Clipyard.Server.Publishing.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Clipyard.Server.Publishing.Requests.Bulk;

internal sealed class PostImportConfiguration : IEntityTypeConfiguration<PostImport>
{
    public void Configure(EntityTypeBuilder<PostImport> import)
    {
        import.ToTable("post_imports");
        import.Property(i => i.Sha256).HasMaxLength(64);
        import.Property(i => i.PostIds).HasJson();
        import.HasIndex(i => i.CreatedAt); // swept when its key has been
    }
}
