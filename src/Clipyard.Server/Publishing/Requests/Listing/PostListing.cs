using System.Runtime.CompilerServices;
using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Archive;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Requests.Accepting;
using Clipyard.Server.Publishing.Requests.Answers;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Publishing.Requests.Listing;

/// <summary>Reads posts for their owner.</summary>
internal sealed class PostListing(ClipyardDb db, PostAnswers answers)
{
    private const int PostsUnlessAsked = 50;
    private const int EventsUnlessAsked = 100;

    /// <summary>A page of them, newest first.</summary>
    /// <exception cref="ClipyardException"><c>invalid_parameter</c>, naming it.</exception>
    public async Task<PostListAnswer> ListAsync(PostQuery query, CancellationToken cancellationToken)
    {
        var wanted = PageLimit.Read(query.Limit, PostsUnlessAsked);
        var after = Cursor.Read<PostPosition>(query.Cursor);
        var all = Filter(query);
        var total = await all.CountAsync(cancellationToken);
        var rows = await PageAsync(all, after, wanted + 1, cancellationToken);
        var shown = rows.Take(wanted).ToList();
        return new PostListAnswer(
            await answers.ForAsync(shown, cancellationToken),
            shown.Count,
            total,
            rows.Count > wanted ? Cursor.After(PositionOf(shown[^1])) : null
        );
    }

    /// <summary>All of them, newest first, a page at a time. The query's own limit and cursor do not count.</summary>
    /// <exception cref="ClipyardException"><c>invalid_parameter</c>, naming it, before the first page.</exception>
    public IAsyncEnumerable<IReadOnlyList<ListedPost>> PagesAsync(
        PostQuery query,
        int pageRows,
        CancellationToken cancellationToken
    )
    {
        var all = Filter(query);
        return ReadAsync(all, pageRows, cancellationToken);
    }

    /// <summary>One of them.</summary>
    /// <exception cref="ClipyardException"><c>not_found</c>.</exception>
    public async Task<PostAnswer> GetAsync(Guid postId, CancellationToken cancellationToken) =>
        await answers.ForAsync(await FindAsync(postId, cancellationToken), cancellationToken);

    /// <summary>What happened to it, oldest first.</summary>
    /// <exception cref="ClipyardException"><c>not_found</c>, <c>invalid_parameter</c>.</exception>
    public async Task<PostEventsAnswer> EventsAsync(
        Guid postId,
        string? limit,
        string? cursor,
        CancellationToken cancellationToken
    )
    {
        var (wanted, after) = (PageLimit.Read(limit, EventsUnlessAsked), Cursor.Read<EventPosition>(cursor)?.Id ?? 0);
        await FindAsync(postId, cancellationToken);
        var all = db.PostEvents.AsNoTracking().Where(line => line.PostId == postId);
        var rows = await all.Where(line => line.Id > after)
            .OrderBy(line => line.Id)
            .Take(wanted + 1)
            .ToListAsync(cancellationToken);
        var shown = rows.Take(wanted).ToList();
        return new PostEventsAnswer(
            postId,
            [.. shown.Select(PostEventAnswer.Of)],
            shown.Count,
            await all.CountAsync(cancellationToken),
            rows.Count > wanted ? Cursor.After(new EventPosition(shown[^1].Id)) : null
        );
    }

    /// <summary>What is answered to an id that the owner has no post of.</summary>
    public static ClipyardException Missing(Guid postId) =>
        new(FailureCatalogue.NotFound, $"There is no post {postId}.")
        {
            Remedies = ["GET /api/posts lists the posts."],
        };

    private static IQueryable<Post> After(IQueryable<Post> posts, PostPosition? last)
    {
        if (last is null)
        {
            return posts;
        }

        // One range of the index and a filter on its first rows; "less, or equal and less" would be two ranges.
        var (at, id) = (last.CreatedAt, last.Id);
        return posts.Where(post => post.CreatedAt <= at && (post.CreatedAt < at || post.Id < id));
    }

    private async IAsyncEnumerable<IReadOnlyList<ListedPost>> ReadAsync(
        IQueryable<Post> all,
        int pageRows,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        for (PostPosition? last = null; ; )
        {
            var posts = await PageAsync(all, last, pageRows, cancellationToken);
            var shown = await answers.ForAsync(posts, cancellationToken);
            yield return [.. posts.Zip(shown, (post, answer) => new ListedPost(post, answer))];
            if (posts.Count < pageRows)
            {
                yield break;
            }

            last = PositionOf(posts[^1]);
        }
    }

    private static Task<List<Post>> PageAsync(
        IQueryable<Post> all,
        PostPosition? after,
        int rows,
        CancellationToken cancellationToken
    ) =>
        After(all, after)
            .OrderByDescending(post => post.CreatedAt)
            .ThenByDescending(post => post.Id)
            .Take(rows)
            .ToListAsync(cancellationToken);

    private static PostPosition PositionOf(Post post) => new(post.CreatedAt.ToUnixTimeMilliseconds(), post.Id);

    private async Task<Post> FindAsync(Guid postId, CancellationToken cancellationToken) =>
        await db.Posts.AsNoTracking().SingleOrDefaultAsync(post => post.Id == postId, cancellationToken)
        ?? throw Missing(postId);

    private IQueryable<Post> Filter(PostQuery query)
    {
        IQueryable<Post> posts = db.Posts.AsNoTracking();
        if (!string.IsNullOrEmpty(query.State))
        {
            var states = query.State.Split(',').Select(word => WordReader.Choice<PostState>("state", word)).ToList();
            posts = posts.Where(post => states.Contains(post.State));
        }

        if (WordReader.Id("account_id", query.AccountId) is { } accountId)
        {
            posts = posts.Where(post => post.AccountId == accountId);
        }

        if (QueryValue.Instant("from", query.From) is { } from)
        {
            posts = posts.Where(post => (post.ScheduledFor ?? post.CreatedAt) >= from);
        }

        return QueryValue.Instant("to", query.To) is { } to
            ? posts.Where(post => (post.ScheduledFor ?? post.CreatedAt) < to)
            : posts;
    }
}
