using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Publishing.Posts;

/// <summary>Who works on which post, so that nobody does the same work beside. Nothing correct rests on it.</summary>
internal sealed class PostLeases(
    IServiceScopeFactory scopes,
    Leases leases,
    NodeName node,
    TimeProvider time,
    ILogger<LeaseRenewal> logger
)
{
    /// <summary>Takes the post when nobody holds it: no lease, a lapsed one, or one of an earlier start on this data folder.</summary>
    public async Task<bool> TakeAsync(Post post, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (now, until, holder, folder) = (time.GetUtcNow(), leases.Until, leases.Holder, node.Folder);
        var taken = await All(scope)
            .Where(row =>
                row.Id == post.Id
                && (
                    row.LeaseHolder == null
                    || row.LeaseUntil <= now
                    || (row.LeaseHolder.StartsWith(folder) && row.LeaseHolder != holder)
                )
            )
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.LeaseHolder, holder).SetProperty(row => row.LeaseUntil, until),
                cancellationToken
            );
        return taken > 0;
    }

    /// <summary>Writes the lease into a row that is about to be saved.</summary>
    public void Sign(Post post) => (post.LeaseHolder, post.LeaseUntil) = (leases.Holder, leases.Until);

    /// <summary>Renews the lease until it is disposed.</summary>
    public LeaseRenewal KeepRenewing(Guid postId) => new(RenewAsync, postId, time, logger);

    /// <summary>Ends the lease and changes nothing else.</summary>
    public async Task GiveBackAsync(Guid postId)
    {
        await using var scope = scopes.CreateAsyncScope();
        await Mine(scope, postId)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.LeaseHolder, (string?)null)
                        .SetProperty(row => row.LeaseUntil, (DateTimeOffset?)null),
                CancellationToken.None
            );
    }

    private async Task RenewAsync(Guid postId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var until = leases.Until;
        await Mine(scope, postId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LeaseUntil, until), cancellationToken);
    }

    private IQueryable<Post> Mine(AsyncServiceScope scope, Guid postId)
    {
        var holder = leases.Holder;
        return All(scope).Where(row => row.Id == postId && row.LeaseHolder == holder);
    }

    private static IQueryable<Post> All(AsyncServiceScope scope) =>
        scope.ServiceProvider.GetRequiredService<ClipyardDb>().Posts.IgnoreQueryFilters(QueryFilters.OwnerOnly);
}
