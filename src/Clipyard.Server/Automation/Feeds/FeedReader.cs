using Clipyard.Failures;
using Clipyard.Server.Archive;
using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Automation.Feeds;

/// <summary>Reads what a feed shows. Nobody is signed in: the token says whose.</summary>
internal sealed class FeedReader(ClipyardDb db, IStudentArchive archive)
{
    /// <summary>The feed that a token opens.</summary>
    /// <exception cref="ClipyardException"><c>not_found</c>: none (any more), or its student was erased.</exception>
    public async Task<OpenFeed> OpenAsync(string token, CancellationToken cancellationToken)
    {
        var hash = FeedToken.HashOf(token);
        var feed =
            await db
                .StudentFeeds.IgnoreQueryFilters(QueryFilters.OwnerOnly)
                .AsNoTracking()
                .SingleOrDefaultAsync(feed => feed.TokenHash == hash, cancellationToken)
            ?? throw Missing();
        return
            await archive.FindAsync(feed.OwnerId, [feed.StudentId], cancellationToken) is [var student]
            && student.LinkedAt == feed.StudentLinkedAt
            ? new OpenFeed(student, feed.RotatedAt)
            : throw Missing();
    }

    /// <summary>The newest posts, with their files in order.</summary>
    public Task<IReadOnlyList<KeptClip>> ClipsAsync(OpenFeed feed, int limit, CancellationToken cancellationToken) =>
        archive.NewestAsync(feed.Student, limit, cancellationToken);

    /// <summary>A post's first file of this kind.</summary>
    /// <exception cref="ClipyardException"><c>not_found</c>.</exception>
    public async Task<KeptFile> FileAsync(OpenFeed feed, string name, CancellationToken cancellationToken)
    {
        var (videoId, extension) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name));
        var files = await archive.FilesAsync(feed.Student, videoId, cancellationToken);
        return files.FirstOrDefault(file => extension.Length > 0 && Path.GetExtension(file.Object) == extension)
            ?? throw Missing();
    }

    /// <summary>When the feed last became another: a post was kept or erased, or its address was made.</summary>
    public async Task<DateTimeOffset> ChangedAtAsync(OpenFeed feed, CancellationToken cancellationToken)
    {
        var changedAt = await archive.ChangedAtAsync(feed.Student, cancellationToken);
        return changedAt is { } at && at > feed.RotatedAt ? at : feed.RotatedAt;
    }

    public static ClipyardException Missing() =>
        new(FailureCatalogue.NotFound, "Nothing is at this address (any more).")
        {
            Remedies = ["Ask whoever gave you the address for the present one."],
        };
}
