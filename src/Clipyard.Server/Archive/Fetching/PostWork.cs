using Clipyard.Downloads;
using Clipyard.Failures;
using Clipyard.Links;
using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Clipyard.Server.Storage;
using Clipyard.Videos;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Archive.Fetching;

/// <summary>Does one post of a job, to whatever end.</summary>
internal sealed class PostWork(
    ClipyardDb db,
    ClipyardClient client,
    IMediaStore store,
    ListedPosts listed,
    KeptPosts kept,
    PostKeeper keeper,
    ItemLedger ledger,
    TimeProvider time
)
{
    /// <summary>Fetches and keeps a post, or finds that it is kept, or writes down why it could not be had.</summary>
    /// <exception cref="OperationCanceledException">The item stays as it was.</exception>
    public async Task<PostDone> DoAsync(
        JobStep step,
        JobItem item,
        FetchWishes wishes,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await SettleIfKeptAsync(step.Job, item, wishes, cancellationToken)
                ? PostDone.Untouched
                : await FetchAsync(step, item, wishes, cancellationToken);
        }
        catch (ClipyardException error)
        {
            await ledger.FailAsync(step.Job, item, error, CancellationToken.None);
            return new PostDone(AskedTikTok: true, Bytes: 0, error);
        }
    }

    private async Task<bool> SettleIfKeptAsync(
        Job job,
        JobItem item,
        FetchWishes wishes,
        CancellationToken cancellationToken
    )
    {
        if (item.VideoId is null || await kept.FindAsync(item.VideoId, cancellationToken) is not { } known)
        {
            return false;
        }

        await kept.ClaimAsync(known, job.StudentId, cancellationToken);
        if (wishes.Force)
        {
            return false;
        }

        await ledger.SettleAsync(job, item, JobItemState.AlreadyStored, CancellationToken.None);
        return true;
    }

    private async Task<PostDone> FetchAsync(
        JobStep step,
        JobItem item,
        FetchWishes wishes,
        CancellationToken cancellationToken
    )
    {
        var video = await ReadAsync(item, cancellationToken);
        if (item.VideoId != video.Id.Value)
        {
            // A short link: only now it is known which post it is.
            item.VideoId = video.Id.Value;
            if (await SettleIfKeptAsync(step.Job, item, wishes, cancellationToken))
            {
                return new PostDone(AskedTikTok: true, Bytes: 0, Failure: null);
            }
        }

        var names = await NamesAsync(step.Job, video, cancellationToken);
        await using var sink = new StoreSink(store, names);
        var result = await client.Downloads.DownloadAsync(
            CoverWish.Of(video),
            sink,
            CoverWish.Of(video, wishes.ToOptions()),
            new TransferRelay(step.Progress),
            cancellationToken
        );
        var fetched = new FetchedPost(result, names, item.Url, time.GetUtcNow());
        await keeper.KeepAsync(step.Job, item, fetched, sink, cancellationToken);
        return new PostDone(AskedTikTok: true, result.SizeBytes, Failure: null);
    }

    private async Task<VideoInfo> ReadAsync(JobItem item, CancellationToken cancellationToken) =>
        item.VideoId is { } id && listed.TryTake(id, out var post)
            ? post
            : await client.Videos.GetAsync(TikTokLink.Parse(item.Url), cancellationToken);

    private async Task<ObjectNames> NamesAsync(Job job, VideoInfo video, CancellationToken cancellationToken)
    {
        var username = video.Author?.Username ?? await UsernameOfAsync(job.StudentId, cancellationToken) ?? "unknown";
        var generation = (await kept.FindAsync(video.Id.Value, cancellationToken))?.Generation + 1 ?? 1;
        return new ObjectNames(db.Scope.Owner.StorePrefix, ObjectNames.Folder(username), video.Id.Value, generation);
    }

    private Task<string?> UsernameOfAsync(string? studentId, CancellationToken cancellationToken) =>
        db
            .Students.Where(s => s.StudentId == studentId)
            .Select(s => (string?)s.Username)
            .SingleOrDefaultAsync(cancellationToken);
}
