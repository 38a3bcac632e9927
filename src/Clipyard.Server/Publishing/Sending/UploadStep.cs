using Clipyard.Failures;
using Clipyard.Server.Accounts;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Attempts;
using Clipyard.Server.Publishing.Pausing;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Preparing;
using Clipyard.Server.Publishing.Watching;
using Clipyard.Server.Storage;
using Clipyard.TikTokApi;
using Clipyard.TikTokApi.OAuth;
using Clipyard.TikTokApi.Posting;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Publishing.Sending;

/// <summary>Sends the bytes of a post that TikTok expects, some at a time.</summary>
internal sealed class UploadStep(
    ClipyardDb db,
    PostLog log,
    AttemptLedger attempts,
    IAccounts accounts,
    ICallAllowance allowance,
    IMediaStore store,
    UploadAddresses addresses,
    ChunkRefusals refusals,
    UploadStandings standings,
    UploadProgressBoard progress,
    StatusReading statuses,
    PublishingPause pause,
    PublishingMetrics metrics,
    TimeProvider time
) : IPostStep
{
    private const int MaxLapses = 10;
    private const long BytesPerStep = 64_000_000;
    private static readonly TimeSpan TimePerStep = TimeSpan.FromSeconds(30);

    public async Task StepAsync(Post post, CancellationToken cancellationToken)
    {
        var attempt =
            await attempts.FindLiveAsync(post.Id, cancellationToken)
            ?? throw new InvalidOperationException("A post that is uploading has a live attempt.");
        if (await StandingAsync(post, attempt, cancellationToken) is not { } held)
        {
            return; // TikTok has it all, or its word decided
        }

        if (attempt.State == AttemptState.Committed && refusals.Left(attempt.Id) is { } left && left > TimeSpan.Zero)
        {
            post.DueAt = time.GetUtcNow() + left;
            await db.SaveChangesAsync(cancellationToken);
            return;
        }

        var file = await db.PostFiles.AsNoTracking().SingleAsync(f => f.PostId == post.Id, cancellationToken);
        if (addresses.Unprotect(attempt.UploadAddress ?? "") is not { } address)
        {
            await LostAddressAsync(post, attempt, cancellationToken);
            return;
        }

        var ticket = new UploadTicket(new PublishId(attempt.PublishId!), address, ChunkPlan.For(file.Bytes));
        try
        {
            var result = await SendAsync(post, attempt, ticket, file, held, cancellationToken);
            await AfterAsync(post, attempt, result);
        }
        catch (UploadExpiredException)
        {
            await LapsedAsync(post, attempt, file, cancellationToken);
        }
        catch (TikTokApiException error) when (error.Failure.IsTransient)
        {
            metrics.UploadRetried();
            standings.Forget(attempt.Id); // how much arrived is TikTok's to say
            throw;
        }
        finally
        {
            progress.Clear(post);
        }
    }

    /// <summary>How many bytes TikTok holds; null when the status says that nothing is missing, or decided the post.</summary>
    private async Task<long?> StandingAsync(Post post, PostAttempt attempt, CancellationToken cancellationToken)
    {
        if (standings.Find(attempt.Id) is { } known)
        {
            return known;
        }

        if (await allowance.TakeAsync(attempt.OpenId, TikTokCall.Status, count: 1, cancellationToken) is { } until)
        {
            post.DueAt = until;
            await db.SaveChangesAsync(cancellationToken);
            return null;
        }

        // Whoever sent before may have sent all of it: TikTok is asked before a byte goes out again.
        var status = await QueryAsync(post, attempt, cancellationToken);
        if (status.Stage == PublishStage.ProcessingUpload)
        {
            return status.UploadedBytes ?? 0;
        }

        await DecideAsync(post, attempt, status, cancellationToken);
        return null;
    }

    // TikTok has it all, or has ended it.
    private async Task DecideAsync(
        Post post,
        PostAttempt attempt,
        PublishStatus status,
        CancellationToken cancellationToken
    )
    {
        refusals.Forget(attempt.Id);
        await statuses.ApplyAsync(post, attempt, status, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<UploadResult> SendAsync(
        Post post,
        PostAttempt attempt,
        UploadTicket ticket,
        PostFile file,
        long held,
        CancellationToken cancellationToken
    )
    {
        var began = time.GetTimestamp();
        var options = new UploadOptions
        {
            UploadedBytes = held,
            BeforeFinalChunk = stop => CommitAsync(post, attempt, stop),
            AskUploadedBytes = async stop => HeldBytes(await AskAsync(post, attempt, stop), file),
            PauseWhen = at => at.SentBytes - held >= BytesPerStep || time.GetElapsedTime(began) >= TimePerStep,
            Progress = new ProgressReport(at => progress.Set(post, at.SentBytes, file.Bytes)),
        };
        return await accounts.CallAsync(
            post.AccountId,
            scope: null,
            (client, _, stop) => client.Uploads.SendAsync(ticket, new StagedSource(store, file), options, stop),
            cancellationToken
        );
    }

    // Rule E2: durable before the first byte of the final chunk.
    private async Task CommitAsync(Post post, PostAttempt attempt, CancellationToken cancellationToken)
    {
        if (await pause.IsPausedAsync(cancellationToken))
        {
            throw new PublishingPausedException();
        }

        if (attempt.State == AttemptState.Open)
        {
            attempts.Commit(post, attempt);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    // Final states may come without a count.
    private static long? HeldBytes(PublishStatus status, PostFile file) =>
        status.Stage is PublishStage.SentToInbox or PublishStage.Published ? file.Bytes : status.UploadedBytes;

    private async Task AfterAsync(Post post, PostAttempt attempt, UploadResult result)
    {
        post.PassingFailures = 0;
        post.FailedSteps = 0;
        if (!result.IsComplete)
        {
            standings.Set(attempt.Id, result.UploadedBytes);
            post.DueAt = time.GetUtcNow();
            await db.SaveChangesAsync(CancellationToken.None);
            return;
        }

        refusals.Forget(attempt.Id);
        standings.Forget(attempt.Id);
        if (attempt.State == AttemptState.Open)
        {
            attempts.Commit(post, attempt); // TikTok held everything already
        }

        log.Move(
            post,
            PostState.Processing,
            new PostChange("TikTok has all of it.", time.GetUtcNow() + PollPlan.First)
        );
        await db.SaveChangesAsync(CancellationToken.None);
    }

    // Rule E6.
    private async Task LapsedAsync(Post post, PostAttempt attempt, PostFile file, CancellationToken cancellationToken)
    {
        standings.Forget(attempt.Id);
        if (attempt.State == AttemptState.Open)
        {
            await BeginAgainAsync(post, attempt, cancellationToken);
            return;
        }

        // It may refuse the chunk because it has it: the answer to the last try was lost.
        var status = await AskAsync(post, attempt, cancellationToken);
        if (status.Stage != PublishStage.ProcessingUpload)
        {
            await DecideAsync(post, attempt, status, cancellationToken);
            return;
        }

        if (!refusals.Refuse(attempt.Id))
        {
            post.DueAt = time.GetUtcNow() + ChunkRefusals.Wait;
            log.Note(
                post,
                PostEventTypes.Waiting,
                "TikTok refuses the last chunk; it is sent once more in 10 minutes."
            );
            await db.SaveChangesAsync(cancellationToken);
            return;
        }

        refusals.Forget(attempt.Id);
        if (status.UploadedBytes is { } held && held < file.Bytes)
        {
            await BeginAgainAsync(post, attempt, cancellationToken);
            return;
        }

        log.Move(
            post,
            PostState.Processing,
            new PostChange("TikTok takes no more of it, and does not say that something is missing.")
        );
        await db.SaveChangesAsync(cancellationToken);
    }

    // The keys that could read the address are gone: nothing more can be sent to it, which is not TikTok's refusal.
    private async Task LostAddressAsync(Post post, PostAttempt attempt, CancellationToken cancellationToken)
    {
        if (attempt.State == AttemptState.Open)
        {
            await BeginAgainAsync(post, attempt, cancellationToken);
            return;
        }

        log.Move(post, PostState.Processing, new PostChange("The upload's address cannot be read any more."));
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task BeginAgainAsync(Post post, PostAttempt attempt, CancellationToken cancellationToken)
    {
        attempts.Abandon(post, attempt, AttemptEnds.Lapsed);
        if (1 + await attempts.CountLapsedAsync(post.Id, cancellationToken) >= MaxLapses)
        {
            log.Fail(
                post,
                PostFailure.Of(FailureCatalogue.TikTokRejected, "TikTok's upload addresses lapsed again and again.")
            );
        }
        else
        {
            log.Move(post, PostState.Queued, new PostChange("The upload address has lapsed; it begins anew."));
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<PublishStatus> AskAsync(Post post, PostAttempt attempt, CancellationToken cancellationToken)
    {
        if (await allowance.TakeAsync(attempt.OpenId, TikTokCall.Status, count: 1, cancellationToken) is { } until)
        {
            throw new ClipyardException(FailureCatalogue.RateLimited, "TikTok takes 30 questions a minute.")
            {
                RetryAfter = until - time.GetUtcNow(),
            };
        }

        return await QueryAsync(post, attempt, cancellationToken);
    }

    private async Task<PublishStatus> QueryAsync(Post post, PostAttempt attempt, CancellationToken cancellationToken)
    {
        try
        {
            return await accounts.CallAsync(
                post.AccountId,
                scope: null,
                (client, token, stop) => client.Posting.GetStatusAsync(token, new PublishId(attempt.PublishId!), stop),
                cancellationToken
            );
        }
        catch (TikTokApiException error) when (error.TikTokCode == "invalid_publish_id")
        {
            throw new PassingFailure(error); // TikTok's own answer gave it: its status only comes a little later
        }
    }

    private sealed class ProgressReport(Action<UploadProgress> report) : IProgress<UploadProgress>
    {
        public void Report(UploadProgress value) => report(value);
    }
}
