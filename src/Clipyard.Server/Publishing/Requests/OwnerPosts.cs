using Clipyard.Server.Api;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Requests.Accepting;
using Clipyard.Server.Publishing.Requests.Answers;
using Clipyard.Server.Publishing.Requests.Changing;
using Clipyard.Server.Publishing.Requests.Listing;
using Clipyard.Server.Publishing.Requests.Waiting;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Publishing.Requests;

/// <inheritdoc cref="IPosts"/>
internal sealed class OwnerPosts(
    ClipyardDb db,
    PostAcceptance acceptance,
    PostWaiting waiting,
    PostCancellation cancellation,
    PostAnswers answers,
    PostListing listing
) : IPosts
{
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

    public async Task<IReadOnlyList<PostAnswer>> FindAsync(
        IReadOnlyList<Guid> postIds,
        CancellationToken cancellationToken
    )
    {
        var posts = await db
            .Posts.AsNoTracking()
            .Where(post => postIds.Contains(post.Id))
            .ToDictionaryAsync(post => post.Id, cancellationToken);
        return await answers.ForAsync([.. postIds.Where(posts.ContainsKey).Select(id => posts[id])], cancellationToken);
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

    public async Task<PostAnswer> CancelAsync(Guid postId, CancellationToken cancellationToken) =>
        await answers.ForAsync(await cancellation.CancelAsync(postId, cancellationToken), cancellationToken);
}
