using Clipyard.Failures;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Requests.Listing;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Publishing.Requests.Changing;

/// <summary>Changes a post as it stands, and decides anew when it stands otherwise by the time of saving.</summary>
internal sealed class PostChanges(ClipyardDb db)
{
    /// <summary>As the other, for a change that asks nobody.</summary>
    /// <exception cref="ClipyardException"><c>not_found</c>; <c>conflict</c>: it never stood still.</exception>
    public Task<Post> ApplyAsync(Guid postId, Action<Post> change, CancellationToken cancellationToken) =>
        ApplyAsync(
            postId,
            post =>
            {
                change(post);
                return Task.CompletedTask;
            },
            cancellationToken
        );

    /// <summary>Reads the post, lets it be changed, saves all of it or nothing.</summary>
    /// <param name="postId">The owner's post.</param>
    /// <param name="change">Decides by what it is given; called again when somebody else was faster.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ClipyardException"><c>not_found</c>; <c>conflict</c>: it never stood still.</exception>
    public Task<Post> ApplyAsync(Guid postId, Func<Post, Task> change, CancellationToken cancellationToken) =>
        Turns.RunAsync(
            db,
            $"Post {postId}",
            async () =>
            {
                var post =
                    await db.Posts.SingleOrDefaultAsync(p => p.Id == postId, cancellationToken)
                    ?? throw PostListing.Missing(postId);
                await change(post);
                await db.SaveChangesAsync(cancellationToken);
                return post;
            }
        );
}
