using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Clipyard.Server.Publishing.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Publishing.Preparing.Ending;

/// <summary>Ends the staged files of posts that TikTok has, or that have ended, some time ago.</summary>
internal sealed class StagedFileSweep(
    ClipyardDb db,
    IServiceScopeFactory scopes,
    IOptions<PublishingOptions> options,
    TimeProvider time
) : ISweep
{
    private const int PageSize = 200;

    public TimeSpan Every => TimeSpan.FromMinutes(5);

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var latest = time.GetUtcNow() - options.Value.KeepStaged;
        // Two questions, each with an index of its own: a million posts that wait are not looked at.
        var ended = Staged().Where(post => post.EndedAt <= latest).OrderBy(post => post.EndedAt);
        var inInbox = Staged()
            .Where(post => post.State == PostState.InInbox && post.InInboxAt <= latest)
            .OrderBy(post => post.InInboxAt);
        await EndAsync(await DueAsync(ended, cancellationToken), cancellationToken);
        await EndAsync(await DueAsync(inInbox, cancellationToken), cancellationToken);
    }

    private IQueryable<Post> Staged() =>
        db.Posts.IgnoreQueryFilters(QueryFilters.OwnerOnly).Where(post => post.FilesRemovedAt == null);

    private static Task<List<DuePost>> DueAsync(IQueryable<Post> posts, CancellationToken cancellationToken) =>
        posts.Select(post => new DuePost(post.Id, post.OwnerId)).Take(PageSize).ToListAsync(cancellationToken);

    private async Task EndAsync(List<DuePost> due, CancellationToken cancellationToken)
    {
        foreach (var owner in due.GroupBy(post => post.OwnerId))
        {
            var prefix = await db
                .Users.Where(person => person.Id == owner.Key)
                .Select(person => person.StorePrefix)
                .SingleAsync(cancellationToken);
            foreach (var post in owner)
            {
                await EndAsync(post.Id, new Owner(owner.Key, prefix), cancellationToken);
            }
        }
    }

    private async Task EndAsync(Guid postId, Owner owner, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IOwnerScope>().Enter(owner);
        try
        {
            await scope.ServiceProvider.GetRequiredService<StagedFileEnd>().RunAsync(postId, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody changed it just now, perhaps to try it again: the next round looks anew.
        }
    }

    private sealed record DuePost(Guid Id, Guid OwnerId);
}
