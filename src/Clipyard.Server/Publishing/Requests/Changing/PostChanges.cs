using Clipyard.Failures;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Requests.Accepting;
using Clipyard.Server.Publishing.Requests.Listing;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Publishing.Requests.Changing;

/// <summary>Changes a post as it stands, and decides anew when it stands otherwise by the time of saving.</summary>
internal sealed class PostChanges(ClipyardDb db)
{
    private const int MostTurns = 6;

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
    public async Task<Post> ApplyAsync(Guid postId, Func<Post, Task> change, CancellationToken cancellationToken)
    {
        for (var turn = 1; turn <= MostTurns; turn++)
        {
            db.ChangeTracker.Clear();
            var post =
                await db.Posts.SingleOrDefaultAsync(p => p.Id == postId, cancellationToken)
                ?? throw PostListing.Missing(postId);
            await change(post);
            if (await TrySaveAsync(cancellationToken))
            {
                return post;
            }
        }

        throw new ClipyardException(FailureCatalogue.Conflict, $"Post {postId} is being changed all the time.")
        {
            RetryAfter = TimeSpan.FromSeconds(1),
            Remedies = ["Send the same request again."],
        };
    }

    private async Task<bool> TrySaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
        catch (DbUpdateException lost) when (TaskPosts.MayBeTaken(lost))
        {
            return false; // its task got another post meanwhile, of which the next turn tells
        }
    }
}
