using Clipyard.Failures;
using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Clipyard.Server.Publishing.Pausing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Publishing.Posts;

/// <summary>Takes the next due post of a lane one step further. Safe to run again at any point: the rows say where they stand.</summary>
internal sealed partial class PostLaneRunner(
    IServiceScopeFactory scopes,
    PostLaneView view,
    PostClaims claims,
    LeaseRows<Post> leases,
    RunningSteps running,
    PublishingPause pause,
    TimeProvider time,
    ILogger<PostLaneRunner> logger
) : ILaneRunner
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(100);

    public async Task<DateTimeOffset?> StepAsync(string lane, CancellationToken cancellationToken)
    {
        if (await view.NextAsync(lane, cancellationToken) is not { } next)
        {
            return null;
        }

        if (next.DueAt > time.GetUtcNow())
        {
            return next.DueAt;
        }

        if (
            !lane.StartsWith(PostLanes.Prepare, StringComparison.Ordinal)
            && await pause.IsPausedAsync(cancellationToken)
        )
        {
            return null; // resuming wakes every lane
        }

        if (running.TryBegin(next.Id) is not { } interrupted)
        {
            return time.GetUtcNow() + LookAgain; // its last step, in another lane, is just ending
        }

        try
        {
            // A post that nobody has begun is claimed by the save that begins it.
            if (IsUnclaimed(next) || await claims.TakeAsync(next, cancellationToken))
            {
                await RunAsync(next, lane, interrupted.Token, cancellationToken);
            }
        }
        finally
        {
            running.End(next.Id);
        }

        return cancellationToken.IsCancellationRequested ? null : await AfterAsync(next, lane);
    }

    /// <summary>Lets the post's new lane look; says when this one has to look again.</summary>
    private async Task<DateTimeOffset?> AfterAsync(Post before, string lane)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        var post = await db
            .Posts.IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == before.Id, CancellationToken.None);
        if (post is null || post.Lane != lane)
        {
            var waker = scope.ServiceProvider.GetRequiredService<IPostWaker>();
            await waker.WakeAsync(post ?? before, CancellationToken.None);
            if (lane.StartsWith(PostLanes.Upload, StringComparison.Ordinal))
            {
                await waker.WakeSendingAsync(before.AccountId, CancellationToken.None); // it has been waiting for this
            }

            return (await view.NextAsync(lane, CancellationToken.None))?.DueAt;
        }

        // Nothing was done: whoever is in the way wakes the lane when it is gone, or the sweep does.
        var next = await view.NextAsync(lane, CancellationToken.None);
        var isStuck = next?.Id == before.Id && next.Revision == before.Revision && next.DueAt == before.DueAt;
        return isStuck ? null : next?.DueAt;
    }

    private async Task RunAsync(Post next, string lane, CancellationToken interrupted, CancellationToken stopping)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(interrupted, stopping);
        try
        {
            await using var renewal = leases.KeepRenewing(next.Id);
            await using var scope = await scopes.EnterAsync(next.OwnerId, CancellationToken.None);
            var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
            var post = await db.Posts.SingleAsync(row => row.Id == next.Id, either.Token);
            if (post.Lane == lane && post.DueAt <= time.GetUtcNow())
            {
                if (IsUnclaimed(post))
                {
                    claims.Sign(post);
                }

                var step = scope.ServiceProvider.GetRequiredKeyedService<IPostStep>(LaneKind.PrefixOf(lane));
                await step.StepAsync(post, either.Token);
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            LogOvertaken(next.Id);
        }
        catch (PublishingPausedException)
        {
            LogStopped(next.Id);
        }
        catch (Exception) when (either.IsCancellationRequested)
        {
            LogStopped(next.Id);
        }
        catch (ClipyardException error)
        {
            LogSetBack(next.Id, error.Code);
            await SetBackAsync(next, setbacks => setbacks.FailedAsync(next.Id, lane, error));
        }
        catch (Exception error)
        {
            LogUnforeseen(next.Id, error);
            await SetBackAsync(next, setbacks => setbacks.UnforeseenAsync(next.Id, lane));
        }
        finally
        {
            await leases.GiveBackAsync(next.Id);
        }
    }

    private static bool IsUnclaimed(Post post) => post.State is PostState.Scheduled or PostState.Queued;

    // A scope of its own: what failed may have left the step's context in any state.
    private async Task SetBackAsync(Post next, Func<PostSetbacks, Task> write)
    {
        try
        {
            await using var scope = await scopes.EnterAsync(next.OwnerId, CancellationToken.None);
            await write(scope.ServiceProvider.GetRequiredService<PostSetbacks>());
        }
        catch (DbUpdateConcurrencyException)
        {
            LogOvertaken(next.Id);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Post {PostId} was changed by somebody else; the step stops")]
    private partial void LogOvertaken(Guid postId);

    [LoggerMessage(Level = LogLevel.Debug, Message = "A step of post {PostId} was told to stop")]
    private partial void LogStopped(Guid postId);

    [LoggerMessage(Level = LogLevel.Information, Message = "A step of post {PostId} met {Code}")]
    private partial void LogSetBack(Guid postId, string code);

    [LoggerMessage(Level = LogLevel.Error, Message = "A step of post {PostId} ended in an unforeseen error")]
    private partial void LogUnforeseen(Guid postId, Exception error);
}
