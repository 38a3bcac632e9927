using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Requests.Accepting;
using Clipyard.Server.Publishing.Requests.Answers;
using Clipyard.Server.Publishing.Requests.Changing;
using Clipyard.Server.Publishing.Requests.Listing;
using Clipyard.Server.Publishing.Requests.Waiting;
using Clipyard.Server.Publishing.Sending;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Publishing.Requests;

/// <inheritdoc cref="IPosts"/>
internal sealed class OwnerPosts(
    ClipyardDb db,
    PostAcceptance acceptance,
    PostWaiting waiting,
    PostCancellation cancellation,
    PostAnswers answers,
    PostListing listing,
    PostSources sources,
    PostAccounts accounts,
    TaskPosts tasks,
    DownloadProgressBoard downloads
) : IPosts
{
    private static readonly PostState[] UnderWay =
    [
        .. Enum.GetValues<PostState>().Where(state => !PostStates.IsDelivered(state)),
    ];

    public Task<Guid> AcceptAsync(
        PostWish wish,
        CallerRights caller,
        IIdempotency idempotency,
        CancellationToken cancellationToken
    ) => acceptance.AcceptAsync(wish, caller, idempotency, cancellationToken);

    public async Task<PostAnswer> SettleAsync(Guid postId, TimeSpan atMost, CancellationToken cancellationToken) =>
        await answers.ForAsync(
            await waiting.WaitAsync(postId, Outcomes.IsSettled, atMost, cancellationToken),
            cancellationToken
        );

    public async Task<PostAnswer> BeginAsync(Guid postId, TimeSpan atMost, CancellationToken cancellationToken) =>
        await answers.ForAsync(
            await waiting.WaitAsync(postId, Outcomes.IsBegun, atMost, cancellationToken),
            cancellationToken
        );

    public async Task<IReadOnlyList<PostAnswer>> FindAsync(
        IReadOnlyList<Guid> postIds,
        CancellationToken cancellationToken
    )
    {
        var posts = await db
            .Posts.AsNoTracking()
            .Where(post => postIds.Contains(post.Id))
            .ToDictionaryAsync(post => post.Id, cancellationToken);
        return await answers.WithoutPicturesAsync(
            [.. postIds.Where(posts.ContainsKey).Select(id => posts[id])],
            cancellationToken
        );
    }

    public Task<PostListAnswer> ListAsync(PostQuery query, CancellationToken cancellationToken) =>
        listing.ListAsync(query, cancellationToken);

    public async Task<IReadOnlyDictionary<Guid, PostAnswer>> OfTasksAsync(
        IReadOnlyList<Guid> taskIds,
        CancellationToken cancellationToken
    )
    {
        var posts = await db
            .Posts.AsNoTracking()
            .Where(post => post.TaskId != null && taskIds.Contains(post.TaskId.Value))
            .OrderBy(post => post.CreatedAt)
            .ThenBy(post => post.Id)
            .ToListAsync(cancellationToken);
        var latest = posts.GroupBy(post => post.TaskId.GetValueOrDefault()).Select(all => all.Last()).ToList();
        var shown = await answers.ForAsync(latest, cancellationToken);
        return latest.Zip(shown).ToDictionary(pair => pair.First.TaskId.GetValueOrDefault(), pair => pair.Second);
    }

    public async Task<TaskPost?> OfTaskAsync(Guid taskId, CancellationToken cancellationToken)
    {
        var post = await db
            .Posts.AsNoTracking()
            .Where(post => post.TaskId == taskId)
            .OrderByDescending(post => post.CreatedAt)
            .ThenByDescending(post => post.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (post is null)
        {
            return null;
        }

        var attempts = await db
            .PostAttempts.AsNoTracking()
            .Where(attempt => attempt.PostId == post.Id)
            .OrderBy(attempt => attempt.Number)
            .ToListAsync(cancellationToken);
        return new TaskPost(
            await answers.ForAsync(post, cancellationToken),
            post.Source.Url,
            [.. attempts.Select(AttemptAnswer.Of)],
            downloads.Find(post.Id)
        );
    }

    public async Task<IReadOnlyDictionary<Guid, Guid>> UnderWayAsync(
        IReadOnlyCollection<Guid> taskIds,
        CancellationToken cancellationToken
    )
    {
        var posts = await db
            .Posts.AsNoTracking()
            .Where(post => post.TaskId != null && taskIds.Contains(post.TaskId.Value))
            .Where(post => UnderWay.Contains(post.State))
            .Select(post => new { post.Id, TaskId = post.TaskId!.Value })
            .ToListAsync(cancellationToken);
        return posts.ToDictionary(post => post.TaskId, post => post.Id);
    }

    public Task<ClipyardException?> FindRefusalAsync(Guid taskId, CancellationToken cancellationToken) =>
        tasks.FindRefusalAsync(taskId, exceptFor: null, cancellationToken);

    public Task EnsureTakenAsync(string address, IReadOnlyList<string>? hosts, CancellationToken cancellationToken) =>
        sources.ReadAsync(new SourceBody { Url = address }, hosts, new PostLookups(), cancellationToken);

    public Task EnsureReachableAsync(Guid accountId, PostMode mode, CancellationToken cancellationToken) =>
        accounts.ResolveAsync(accountId, mode, cancellationToken);

    public async Task<PostAnswer> CancelAsync(Guid postId, CancellationToken cancellationToken) =>
        await answers.ForAsync(await cancellation.CancelAsync(postId, cancellationToken), cancellationToken);
}
