using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Publishing.Requests;

/// <inheritdoc cref="IPostCallbacks"/>
internal sealed class PostCallbacks(ClipyardDb db) : IPostCallbacks
{
    public async Task<IReadOnlyDictionary<Guid, string>> FindAsync(
        IReadOnlyList<Guid> postIds,
        CancellationToken cancellationToken
    ) =>
        await db
            .Posts.Where(post => postIds.Contains(post.Id) && post.CallbackUrl != null)
            .Select(post => new { post.Id, Url = post.CallbackUrl ?? "" })
            .ToDictionaryAsync(post => post.Id, post => post.Url, cancellationToken);
}
