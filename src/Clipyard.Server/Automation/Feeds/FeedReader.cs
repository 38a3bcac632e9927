using Clipyard.Failures;
using Clipyard.Server.Archive;
using Clipyard.Server.Archive.Provenance;
using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Automation.Feeds;

/// <summary>Reads what a feed shows. Nobody is signed in: the token says whose rows, and every query names the owner.</summary>
internal sealed class FeedReader(ClipyardDb db)
{
    /// <summary>The feed that a token opens.</summary>
    /// <exception cref="ClipyardException"><c>not_found</c>: none (any more), or its student was erased.</exception>
    public async Task<OpenFeed> OpenAsync(string token, CancellationToken cancellationToken)
    {
        var hash = FeedToken.HashOf(token);
        var feeds = db.StudentFeeds.IgnoreQueryFilters(QueryFilters.OwnerOnly).Where(feed => feed.TokenHash == hash);
        var students = db.Students.IgnoreQueryFilters(QueryFilters.OwnerOnly);
        return await feeds
                .Join(
                    students,
                    feed => new { feed.OwnerId, feed.StudentId },
                    student => new { student.OwnerId, student.StudentId },
                    (feed, student) => new { feed, student }
                )
                .Where(both => both.feed.StudentLinkedAt == both.student.LinkedAt)
                .Select(both => new OpenFeed(
                    both.feed.OwnerId,
                    both.feed.StudentId,
                    both.student.Username,
                    both.feed.RotatedAt
                ))
                .SingleOrDefaultAsync(cancellationToken)
            ?? throw Missing();
    }

    /// <summary>The newest posts, with their files in order.</summary>
    public async Task<IReadOnlyList<Clip>> ClipsAsync(OpenFeed feed, int limit, CancellationToken cancellationToken) =>
        await Clips(feed)
            .Include(clip => clip.Files.OrderBy(file => file.Position))
            .OrderByDescending(clip => clip.PostedAt)
            .ThenByDescending(clip => clip.Id)
            .Take(limit)
            .ToListAsync(cancellationToken);

    /// <summary>A post's first file of this kind.</summary>
    /// <exception cref="ClipyardException"><c>not_found</c>.</exception>
    public async Task<ClipFile> FileAsync(OpenFeed feed, string name, CancellationToken cancellationToken)
    {
        var (videoId, extension) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name));
        var files = await Clips(feed)
            .Where(clip => clip.VideoId == videoId)
            .SelectMany(clip => clip.Files)
            .OrderBy(file => file.Position)
            .ToListAsync(cancellationToken);
        return files.Find(file => extension.Length > 0 && Path.GetExtension(file.Object) == extension)
            ?? throw Missing();
    }

    /// <summary>When the feed last became another: a post was kept or erased, or its address was made.</summary>
    public async Task<DateTimeOffset> ChangedAtAsync(OpenFeed feed, CancellationToken cancellationToken)
    {
        var chain = ChainNames.OfStudent(feed.StudentId);
        var stored = await Clips(feed).MaxAsync(clip => (DateTimeOffset?)clip.StoredAt, cancellationToken);
        var erased = await db
            .Records.IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .Where(record => record.OwnerId == feed.OwnerId && record.Chain == chain)
            .MaxAsync(record => record.ErasedAt, cancellationToken);
        return ((DateTimeOffset?[])[feed.RotatedAt, stored, erased]).Max() ?? feed.RotatedAt;
    }

    public static ClipyardException Missing() =>
        new(FailureCatalogue.NotFound, "Nothing is at this address (any more).")
        {
            Remedies = ["Ask whoever gave you the address for the present one."],
        };

    private IQueryable<Clip> Clips(OpenFeed feed) =>
        db
            .Clips.IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .AsNoTracking()
            .Where(clip => clip.OwnerId == feed.OwnerId && clip.StudentId == feed.StudentId);
}
