using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Publishing.Posts;

/// <summary>Takes posts.</summary>
internal sealed class PostClaims(IServiceScopeFactory scopes, Leases leases)
{
    /// <summary>Takes the post when nobody holds it: no lease, a lapsed one, or one of an earlier start on this data folder.</summary>
    public async Task<bool> TakeAsync(Post post, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (until, holder) = (leases.Until, leases.Holder);
        var taken = await scope
            .ServiceProvider.GetRequiredService<ClipyardDb>()
            .Posts.IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .Where(row => row.Id == post.Id)
            .Where(leases.Free<Post>())
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.LeaseHolder, holder).SetProperty(row => row.LeaseUntil, until),
                cancellationToken
            );
        return taken > 0;
    }

    /// <summary>Writes the lease into a row that is about to be saved.</summary>
    public void Sign(Post post) => (post.LeaseHolder, post.LeaseUntil) = (leases.Holder, leases.Until);
}
