using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Publishing.Posts;

/// <summary>Which post of a lane is next, whoever owns it.</summary>
internal sealed class PostLaneView(IServiceScopeFactory scopes)
{
    /// <summary>The one that is due first; null when the lane is empty.</summary>
    public async Task<Post?> NextAsync(string lane, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<ClipyardDb>()
            .Posts.IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .AsNoTracking()
            .Where(post => post.Lane == lane)
            .OrderBy(post => post.DueAt)
            .FirstOrDefaultAsync(cancellationToken);
    }
}
