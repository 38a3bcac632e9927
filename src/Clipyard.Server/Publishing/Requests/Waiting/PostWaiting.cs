using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Requests.Listing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Clipyard.Server.Publishing.Requests.Waiting;

/// <summary>Waits until a post stands as a caller wants it.</summary>
internal sealed class PostWaiting(
    ClipyardDb db,
    PostWaiters waiters,
    IHostApplicationLifetime lifetime,
    TimeProvider time
)
{
    // Should a word be lost, the row says so soon enough.
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(15);

    /// <summary>Waits, and gives the post as it is then.</summary>
    /// <param name="postId">The owner's post.</param>
    /// <param name="isThere">The state that ends the waiting.</param>
    /// <param name="atMost">How long; zero looks once.</param>
    /// <param name="cancellationToken">The caller has gone.</param>
    /// <exception cref="Failures.ClipyardException"><c>not_found</c>.</exception>
    public async Task<Post> WaitAsync(
        Guid postId,
        Func<PostState, bool> isThere,
        TimeSpan atMost,
        CancellationToken cancellationToken
    )
    {
        var until = atMost == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : time.GetUtcNow() + atMost;
        try
        {
            while (true)
            {
                var change = waiters.WhenChangedAsync(postId);
                var post = await ReadAsync(postId, cancellationToken);
                var left = until - time.GetUtcNow();
                if (
                    isThere(post.State)
                    || left <= TimeSpan.Zero
                    || lifetime.ApplicationStopping.IsCancellationRequested
                )
                {
                    return post;
                }

                await SleepAsync(change, left < LookAgain ? left : LookAgain, cancellationToken);
            }
        }
        finally
        {
            waiters.Release(postId);
        }
    }

    private async Task SleepAsync(Task change, TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(
            cancellationToken,
            lifetime.ApplicationStopping
        );
        try
        {
            await change.WaitAsync(atMost, time, stopping.Token);
        }
        catch (TimeoutException)
        {
            // The row is read again.
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The server stops: the caller hears how it stands, and the post goes on after the restart.
        }
    }

    private async Task<Post> ReadAsync(Guid postId, CancellationToken cancellationToken) =>
        await db.Posts.AsNoTracking().SingleOrDefaultAsync(post => post.Id == postId, cancellationToken)
        ?? throw PostListing.Missing(postId);
}
