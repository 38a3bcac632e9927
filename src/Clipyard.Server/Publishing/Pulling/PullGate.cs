using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Attempts;
using Clipyard.Server.Publishing.Pausing;
using Clipyard.Server.Publishing.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Publishing.Pulling;

/// <summary>Finds what an address is good for, and releases the end of the file (rules E1, E2 and E7).</summary>
internal sealed class PullGate(IServiceScopeFactory scopes, PublishingPause pause, TimeProvider time)
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The file behind an address; null when there is none.</summary>
    public async Task<PullFile?> FindAsync(string tokenHash, int position, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        var attempt = await Attempts(db)
            .AsNoTracking()
            .SingleOrDefaultAsync(row => row.PullTokenHash == tokenHash, cancellationToken);
        if (attempt is null)
        {
            return null;
        }

        var file = await db
            .PostFiles.IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .AsNoTracking()
            .SingleOrDefaultAsync(row => row.PostId == attempt.PostId && row.Position == position, cancellationToken);
        return file is null ? null : new PullFile(attempt, file);
    }

    /// <summary>Whether the attempt may still lead to a post: a running response is cut when not.</summary>
    public async Task<bool> IsLiveAsync(long attemptId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        var state = await Attempts(db)
            .Where(row => row.Id == attemptId)
            .Select(row => row.State)
            .SingleAsync(cancellationToken);
        return state is AttemptState.Open or AttemptState.Committed;
    }

    /// <summary>
    /// Lets the end of the file out: waits until TikTok's id is written down, then writes down that the attempt may lead
    /// to a post.
    /// </summary>
    /// <returns>False when it never may: the response has to be cut.</returns>
    public async Task<bool> ReleaseAsync(long attemptId, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        while (time.GetElapsedTime(began) < Patience)
        {
            switch (await TryReleaseAsync(attemptId, cancellationToken))
            {
                case true:
                    return true;
                case false:
                    return false;
                default:
                    await Task.Delay(LookAgain, time, cancellationToken);
                    break;
            }
        }

        return false;
    }

    /// <returns>Null: not yet.</returns>
    private async Task<bool?> TryReleaseAsync(long attemptId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        var attempt = await Attempts(db).SingleAsync(row => row.Id == attemptId, cancellationToken);
        if (attempt.State != AttemptState.Open)
        {
            return attempt.State == AttemptState.Committed;
        }

        if (attempt.PublishId is null || await pause.IsPausedAsync(cancellationToken))
        {
            return null; // the answer to the init is still being written down; or nothing goes out now
        }

        scope.ServiceProvider.GetRequiredService<IOwnerScope>().Enter(new Owner(attempt.OwnerId, StorePrefix: ""));
        var post = await db.Posts.SingleAsync(row => row.Id == attempt.PostId, cancellationToken);
        scope.ServiceProvider.GetRequiredService<AttemptLedger>().Commit(post, attempt);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return null; // somebody else was first: what they wrote decides
        }
    }

    private static IQueryable<PostAttempt> Attempts(ClipyardDb db) =>
        db.PostAttempts.IgnoreQueryFilters(QueryFilters.OwnerOnly);
}
