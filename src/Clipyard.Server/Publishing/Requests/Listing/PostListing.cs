using System.Runtime.CompilerServices;
using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Posts;
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
        var last = Cursor.Read<RowPosition<Guid>>(query.Cursor);
        var all = Filter(query.Filter);
        var total = await all.CountAsync(cancellationToken);
        var page = await all.NewestFirst(last).PageAsync(wanted, PositionOf, cancellationToken);
        return new PostListAnswer(
            await answers.ForAsync(page.Rows, cancellationToken),
            page.Rows.Count,
            total,
            page.NextCursor
        );
    }

    /// <summary>All of them, newest first, a page at a time, without pictures.</summary>
    /// <exception cref="ClipyardException"><c>invalid_parameter</c>, naming it, before the first page.</exception>
    public IAsyncEnumerable<IReadOnlyList<ListedPost>> PagesAsync(
        PostFilter filter,
        int pageRows,
        CancellationToken cancellationToken
    )
    {
        var all = Filter(filter);
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
        var wanted = PageLimit.Read(limit, EventsUnlessAsked);
        var after = Cursor.Read<IdPosition<long>>(cursor)?.Id ?? 0;
        await FindAsync(postId, cancellationToken);
        var all = db.PostEvents.AsNoTracking().Where(line => line.PostId == postId);
        var page = await all.Where(line => line.Id > after)
            .OrderBy(line => line.Id)
            .PageAsync(wanted, line => new IdPosition<long>(line.Id), cancellationToken);
        return new PostEventsAnswer(
            postId,
            [.. page.Rows.Select(PostEventAnswer.Of)],
            page.Rows.Count,
            await all.CountAsync(cancellationToken),
            page.NextCursor
        );
    }

    /// <summary>What is answered to an id that the owner has no post of.</summary>
    public static ClipyardException Missing(Guid postId) =>
        new(FailureCatalogue.NotFound, $"There is no post {postId}.")
        {
            Remedies = ["GET /api/posts lists the posts."],
        };

    private async IAsyncEnumerable<IReadOnlyList<ListedPost>> ReadAsync(
        IQueryable<Post> all,
        int pageRows,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        for (RowPosition<Guid>? last = null; ; )
        {
            var posts = await all.NewestFirst(last).Take(pageRows).ToListAsync(cancellationToken);
            var shown = await answers.WithoutPicturesAsync(posts, cancellationToken);
            yield return [.. posts.Zip(shown, (post, answer) => new ListedPost(post, answer))];
            if (posts.Count < pageRows)
            {
                yield break;
            }

            last = PositionOf(posts[^1]);
        }
    }

    private static RowPosition<Guid> PositionOf(Post post) => new(post.CreatedAt, post.Id);

    private async Task<Post> FindAsync(Guid postId, CancellationToken cancellationToken) =>
        await db.Posts.AsNoTracking().SingleOrDefaultAsync(post => post.Id == postId, cancellationToken)
        ?? throw Missing(postId);

    private IQueryable<Post> Filter(PostFilter filter)
    {
        IQueryable<Post> posts = db.Posts.AsNoTracking();
        if (!string.IsNullOrEmpty(filter.State))
        {
            var states = filter.State.Split(',').Select(word => WordReader.Choice<PostState>("state", word)).ToList();
            posts = posts.Where(post => states.Contains(post.State));
        }

        if (WordReader.Id("account_id", filter.AccountId) is { } accountId)
        {
            posts = posts.Where(post => post.AccountId == accountId);
        }

        if (QueryValue.Instant("from", filter.From) is { } from)
        {
            posts = posts.Where(post => (post.ScheduledFor ?? post.CreatedAt) >= from);
        }

        return QueryValue.Instant("to", filter.To) is { } to
            ? posts.Where(post => (post.ScheduledFor ?? post.CreatedAt) < to)
            : posts;
    }
}
