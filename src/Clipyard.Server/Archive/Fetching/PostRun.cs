using Clipyard.Failures;
using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Archive.Fetching;

/// <summary>Works through a job's posts, one after the other with a pause, until its share of time or bytes is used.</summary>
internal sealed class PostRun(
    ClipyardDb db,
    PostWork work,
    ItemLedger ledger,
    IOptions<ArchiveOptions> options,
    TimeProvider time
)
{
    /// <returns>Whether all of the job's posts have come to an end.</returns>
    /// <exception cref="OperationCanceledException">The post under way stays pending.</exception>
    public async Task<bool> RunAsync(JobStep step, FetchWishes wishes, CancellationToken cancellationToken)
    {
        var (started, bytes, settings) = (time.GetTimestamp(), 0L, options.Value);
        while (await NextAsync(step.Job, cancellationToken) is { } item)
        {
            var done = await work.DoAsync(step, item, wishes, cancellationToken);
            bytes += done.Bytes;
            if (done.Failure is { } failure && IsAboutTheStore(failure))
            {
                await GiveUpRestAsync(step.Job, failure, cancellationToken);
                return true;
            }

            if (bytes >= settings.StepBytes || time.GetElapsedTime(started) >= settings.StepDuration)
            {
                return await NextAsync(step.Job, cancellationToken) is null;
            }

            if (
                done.AskedTikTok
                && settings.Pause > TimeSpan.Zero
                && await NextAsync(step.Job, cancellationToken) is not null
            )
            {
                await Task.Delay(settings.Pause, time, cancellationToken);
            }
        }

        return true;
    }

    private Task<JobItem?> NextAsync(Job job, CancellationToken cancellationToken) =>
        db
            .JobItems.Where(i => i.JobId == job.Id && i.State == JobItemState.Pending)
            .OrderBy(i => i.Position)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>The next post would find the same store: fetching it would only cost TikTok and us the traffic.</summary>
    private async Task GiveUpRestAsync(Job job, ClipyardException failure, CancellationToken cancellationToken)
    {
        while (await NextAsync(job, cancellationToken) is { } item)
        {
            await ledger.FailAsync(
                job,
                item,
                new ClipyardException(failure.Failure, "It was not tried, after an earlier post could not be stored."),
                CancellationToken.None
            );
        }
    }

    private static bool IsAboutTheStore(ClipyardException failure) =>
        failure.Failure == FailureCatalogue.StorageFull
        || failure.Failure == FailureCatalogue.StorageUnavailable
        || failure.Failure == FailureCatalogue.StoreBucketMissing
        || failure.Failure == FailureCatalogue.StoreForbidden;
}
