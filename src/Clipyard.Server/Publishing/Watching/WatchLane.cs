using Clipyard.Failures;
using Clipyard.Server.Accounts;
using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Clipyard.Server.Publishing.Attempts;
using Clipyard.Server.Publishing.Posts;
using Clipyard.TikTokApi;
using Clipyard.TikTokApi.Posting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Publishing.Watching;

/// <summary>Asks TikTok what became of an account's posts: all that are due in one batch, within the limit per minute.</summary>
internal sealed partial class WatchLane(
    IServiceScopeFactory scopes,
    PostLaneView view,
    TimeProvider time,
    ILogger<WatchLane> logger
) : ILaneRunner
{
    private const int AtOnce = 30;
    private static readonly TimeSpan LongestStep = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan WhileUnusable = TimeSpan.FromHours(1);

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

        var notBefore = await RunAsync(lane, next.OwnerId, cancellationToken);
        return notBefore ?? (await view.NextAsync(lane, cancellationToken))?.DueAt;
    }

    /// <returns>When TikTok may be asked again; null when that does not hold anything up.</returns>
    private async Task<DateTimeOffset?> RunAsync(string lane, Guid ownerId, CancellationToken cancellationToken)
    {
        var due = await DueAsync(lane, cancellationToken);
        if (due.Count == 0)
        {
            return time.GetUtcNow() + AfterTrouble; // somebody took them further at this moment
        }

        await using var scope = Enter(ownerId);
        var allowance = scope.ServiceProvider.GetRequiredService<ICallAllowance>();
        var left = await allowance.LeftAsync(due[0].OpenId, TikTokCall.Status, cancellationToken);
        var asked = due.Take(Math.Max(1, left)).ToList();
        if (await allowance.TakeAsync(due[0].OpenId, TikTokCall.Status, asked.Count, cancellationToken) is { } until)
        {
            return until;
        }

        var began = time.GetTimestamp();
        foreach (var watched in asked.TakeWhile(_ => time.GetElapsedTime(began) < LongestStep))
        {
            await LookAsync(watched, lane, ownerId, cancellationToken);
        }

        return null;
    }

    private async Task<List<Watched>> DueAsync(string lane, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        var now = time.GetUtcNow();
        return await db
            .Posts.IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .Where(post => post.Lane == lane && post.DueAt <= now)
            .OrderBy(post => post.DueAt)
            .Take(AtOnce)
            .Join(
                db.PostAttempts.IgnoreQueryFilters(QueryFilters.OwnerOnly),
                post => new { PostId = post.Id, Number = post.Attempts },
                attempt => new { attempt.PostId, attempt.Number },
                (post, attempt) => new Watched(post.Id, attempt.Id, attempt.OpenId)
            )
            .ToListAsync(cancellationToken);
    }

    // Each in a scope of its own: what goes wrong with one is not the others' loss.
    private async Task LookAsync(Watched watched, string lane, Guid ownerId, CancellationToken cancellationToken)
    {
        await using var scope = Enter(ownerId);
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        var post = await db.Posts.SingleAsync(row => row.Id == watched.PostId, cancellationToken);
        var attempt = await db.PostAttempts.SingleAsync(row => row.Id == watched.AttemptId, cancellationToken);
        if (post.Lane != lane)
        {
            return;
        }

        try
        {
            await AskAsync(scope.ServiceProvider, post, attempt, cancellationToken);
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (DbUpdateConcurrencyException)
        {
            LogOvertaken(post.Id);
            return; // somebody else changed it: it is asked for again
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            LogUnforeseen(post.Id, error);
            await LaterAsync(watched.PostId, ownerId);
            return;
        }

        await WakeOthersAsync(scope.ServiceProvider, db, post, lane, cancellationToken);
    }

    private async Task LaterAsync(Guid postId, Guid ownerId)
    {
        await using var scope = Enter(ownerId);
        var due = time.GetUtcNow() + AfterTrouble;
        await scope
            .ServiceProvider.GetRequiredService<ClipyardDb>()
            .Posts.Where(post => post.Id == postId)
            .ExecuteUpdateAsync(set => set.SetProperty(post => post.DueAt, due), CancellationToken.None);
    }

    private static async Task WakeOthersAsync(
        IServiceProvider services,
        ClipyardDb db,
        Post post,
        string lane,
        CancellationToken cancellationToken
    )
    {
        var waker = services.GetRequiredService<IPostWaker>();
        if (post.Lane != lane)
        {
            await waker.WakeAsync(post, CancellationToken.None);
        }

        if (PostStates.IsEnd(post.State))
        {
            await FreePlacesAsync(db, post.AccountId, services.GetRequiredService<TimeProvider>(), cancellationToken);
            await waker.WakeSendingAsync(post.AccountId, CancellationToken.None);
        }
    }

    private static async Task AskAsync(
        IServiceProvider services,
        Post post,
        PostAttempt attempt,
        CancellationToken cancellationToken
    )
    {
        var reading = services.GetRequiredService<StatusReading>();
        try
        {
            var status = await services
                .GetRequiredService<IAccounts>()
                .CallAsync(
                    post.AccountId,
                    scope: null,
                    (client, token, stop) =>
                        client.Posting.GetStatusAsync(token, new PublishId(attempt.PublishId!), stop),
                    cancellationToken
                );
            await reading.ApplyAsync(post, attempt, status, cancellationToken);
        }
        catch (ClipyardException error) when (!cancellationToken.IsCancellationRequested)
        {
            await NoWordAsync(services, post, attempt, error, cancellationToken);
        }

        var search = services.GetRequiredService<OwnVideoSearch>();
        if (post.State == PostState.Uncertain && await search.FindAsync(post, cancellationToken) is { } videoId)
        {
            reading.Confirm(post, attempt, videoId);
        }
    }

    // Not to be told is no answer: the post stays as it is, and after hours, and days, says so (rule E8).
    private static async Task NoWordAsync(
        IServiceProvider services,
        Post post,
        PostAttempt attempt,
        ClipyardException error,
        CancellationToken cancellationToken
    )
    {
        await services.GetRequiredService<StatusReading>().WaitAsync(post, attempt, cancellationToken);
        if (post.Lane is null || PostStates.IsEnd(post.State))
        {
            return;
        }

        var unusable =
            error.Failure == FailureCatalogue.ReconnectNeeded || error.Failure == FailureCatalogue.NotConnected;
        var wait = unusable ? WhileUnusable : error.RetryAfter ?? AfterTrouble;
        var isNew = error is TikTokApiException { TikTokCode: "invalid_publish_id" };
        if (!isNew)
        {
            post.DueAt = services.GetRequiredService<TimeProvider>().GetUtcNow() + wait;
        }
    }

    private AsyncServiceScope Enter(Guid ownerId)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IOwnerScope>().Enter(new Owner(ownerId, StorePrefix: ""));
        return scope;
    }

    // Posts that wait for a place in the inbox need not wait for the predicted time.
    private static Task<int> FreePlacesAsync(
        ClipyardDb db,
        Guid accountId,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        var cap = FailureCatalogue.PendingDraftsCap.Code;
        return db
            .Posts.Where(post =>
                post.AccountId == accountId
                && post.State == PostState.Queued
                && post.WaitCode == cap
                && post.DueAt > now
            )
            .ExecuteUpdateAsync(set => set.SetProperty(post => post.DueAt, now), cancellationToken);
    }

    [LoggerMessage(
        Level = LogLevel.Debug,
        Message = "Post {PostId} was changed by somebody else; it is asked for again"
    )]
    private partial void LogOvertaken(Guid postId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Asking for post {PostId} ended in an unforeseen error")]
    private partial void LogUnforeseen(Guid postId, Exception error);

    private sealed record Watched(Guid PostId, long AttemptId, string OpenId);
}
