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
internal sealed partial class WatchLane(IServiceScopeFactory scopes, TimeProvider time, ILogger<WatchLane> logger)
    : ILaneRunner
{
    private const int AtOnce = 30;
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan WhileUnusable = TimeSpan.FromHours(1);

    public async Task<DateTimeOffset?> StepAsync(string lane, CancellationToken cancellationToken)
    {
        if (await NextAsync(lane, cancellationToken) is not { } next)
        {
            return null;
        }

        if (next.DueAt > time.GetUtcNow())
        {
            return next.DueAt;
        }

        await using (var scope = scopes.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<IOwnerScope>().Enter(new Owner(next.OwnerId, StorePrefix: ""));
            if (await RunAsync(scope.ServiceProvider, lane, cancellationToken) is { } notBefore)
            {
                return notBefore;
            }
        }

        return (await NextAsync(lane, cancellationToken))?.DueAt;
    }

    private async Task<Post?> NextAsync(string lane, CancellationToken cancellationToken)
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

    /// <returns>When TikTok may be asked again; null when that does not hold anything up.</returns>
    private async Task<DateTimeOffset?> RunAsync(
        IServiceProvider services,
        string lane,
        CancellationToken cancellationToken
    )
    {
        var db = services.GetRequiredService<ClipyardDb>();
        var now = time.GetUtcNow();
        var due = await db
            .Posts.Where(post => post.Lane == lane && post.DueAt <= now)
            .OrderBy(post => post.DueAt)
            .Take(AtOnce)
            .ToListAsync(cancellationToken);
        if (due.Count == 0)
        {
            return null;
        }

        var ids = due.Select(post => post.Id).ToList();
        var attempts = (
            await db.PostAttempts.Where(attempt => ids.Contains(attempt.PostId)).ToListAsync(cancellationToken)
        )
            .GroupBy(attempt => attempt.PostId)
            .ToDictionary(group => group.Key, group => group.MaxBy(attempt => attempt.Number)!);
        var allowance = services.GetRequiredService<ICallAllowance>();
        var openId = attempts[due[0].Id].OpenId;
        var left = await allowance.LeftAsync(openId, TikTokCall.Status, cancellationToken);
        var asked = due.Take(Math.Max(1, left)).ToList();
        if (await allowance.TakeAsync(openId, TikTokCall.Status, asked.Count, cancellationToken) is { } until)
        {
            return until;
        }

        try
        {
            await AskAsync(services, asked, attempts, cancellationToken);
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (DbUpdateConcurrencyException)
        {
            LogOvertaken(lane);
            return now + PollPlan.First; // nothing was saved; asking again costs little
        }

        var waker = services.GetRequiredService<IPostWaker>();
        foreach (var post in asked.Where(post => post.Lane is { } now && now != lane))
        {
            await waker.WakeAsync(post, CancellationToken.None);
        }

        if (asked.Exists(post => PostStates.IsEnd(post.State)))
        {
            await FreePlacesAsync(db, asked[0].AccountId, cancellationToken);
            await waker.WakeSendingAsync(asked[0].AccountId, CancellationToken.None);
        }

        return null;
    }

    private async Task AskAsync(
        IServiceProvider services,
        List<Post> posts,
        Dictionary<Guid, PostAttempt> attempts,
        CancellationToken cancellationToken
    )
    {
        var accounts = services.GetRequiredService<IAccounts>();
        var reading = services.GetRequiredService<StatusReading>();
        var search = services.GetRequiredService<OwnVideoSearch>();
        foreach (var post in posts)
        {
            var attempt = attempts[post.Id];
            try
            {
                var status = await accounts.CallAsync(
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
                LogNoWord(post.Id, error.Code);
                await NoWordAsync(reading, post, attempt, error, cancellationToken);
            }

            if (post.State == PostState.Uncertain && await search.FindAsync(post, cancellationToken) is { } videoId)
            {
                reading.Confirm(post, attempt, videoId);
            }
        }
    }

    // Not to be told is no answer: the post stays as it is, and after hours, and days, says so (rule E8).
    private async Task NoWordAsync(
        StatusReading reading,
        Post post,
        PostAttempt attempt,
        ClipyardException error,
        CancellationToken cancellationToken
    )
    {
        await reading.WaitAsync(post, attempt, cancellationToken);
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
            post.DueAt = time.GetUtcNow() + wait;
        }
    }

    // Posts that wait for a place in the inbox need not wait for the predicted time.
    private Task<int> FreePlacesAsync(ClipyardDb db, Guid accountId, CancellationToken cancellationToken)
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
        Message = "A post of {Lane} was changed by somebody else; it is asked for again"
    )]
    private partial void LogOvertaken(string lane);

    [LoggerMessage(Level = LogLevel.Information, Message = "TikTok does not say what became of post {PostId}: {Code}")]
    private partial void LogNoWord(Guid postId, string code);
}
