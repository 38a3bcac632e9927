using Clipyard.Failures;
using Clipyard.Server.Archive.Provenance;
using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Archive.Fetching;

/// <summary>
/// Makes a fetched post kept: its objects, then one transaction of clip, counters, record, item and event, then
/// <c>.info.json</c>. Dying in between leaves an object without a row, which the next run replaces; never a row without
/// its object.
/// </summary>
internal sealed class PostKeeper(
    ClipyardDb db,
    KeptPosts kept,
    IRecordChain chain,
    ObjectRemoval objects,
    PostGate gate,
    ItemLedger ledger
)
{
    /// <summary>Keeps it, unless somebody else did so meanwhile. The item says which.</summary>
    /// <exception cref="ClipyardException"><c>storage_full</c>, <c>storage_unavailable</c>; <c>conflict</c>; <c>student_not_linked</c>.</exception>
    public async Task KeepAsync(
        Job job,
        JobItem item,
        FetchedPost fetched,
        StoreSink sink,
        CancellationToken cancellationToken
    )
    {
        var videoId = fetched.Names.VideoId;
        using var turn = await gate.EnterAsync(job.OwnerId, videoId, cancellationToken);

        // Asked again: only now nobody else can be about to keep it.
        var known = await kept.FindAsync(videoId, cancellationToken);
        if (known is not null && known.Generation >= fetched.Names.Generation)
        {
            await kept.ClaimAsync(known, job.StudentId, cancellationToken);
            await ledger.SettleAsync(job, item, JobItemState.AlreadyStored, CancellationToken.None);
            return;
        }

        await sink.PublishAsync(cancellationToken);

        // From here on to the end, whatever happens around it: the objects are there, so the row has to come.
        var (clipId, replaced) = await SaveOrForgetAsync(job, item, fetched, CancellationToken.None);
        await objects.RemoveAsync(replaced, CancellationToken.None);
        await chain.WriteInfoAsync(db, clipId, CancellationToken.None);
    }

    /// <summary>
    /// What a refused transaction leaves must go: its rows, or they were saved along with the item's failure, and the
    /// objects that no row names.
    /// </summary>
    private async Task<(long ClipId, IReadOnlyList<DoomedObject> Replaced)> SaveOrForgetAsync(
        Job job,
        JobItem item,
        FetchedPost fetched,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await SaveAsync(job, item, fetched, cancellationToken);
        }
        catch (ClipyardException)
        {
            var archived = db.ChangeTracker.Entries().Where(e => e.Entity is not Job and not JobItem).ToList();
            archived.ForEach(entry => entry.State = EntityState.Detached);
            foreach (var file in fetched.Result.Files)
            {
                await objects.TryDeleteAsync(file.Path, cancellationToken);
            }

            throw;
        }
    }

    private async Task<(long ClipId, IReadOnlyList<DoomedObject> Replaced)> SaveAsync(
        Job job,
        JobItem item,
        FetchedPost fetched,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var (clip, replaced) = await ClipForAsync(job, fetched, cancellationToken);
        var bytesBefore = clip.SizeBytes;
        ClipMaker.Describe(clip, fetched);
        await CountAsync(job, clip, clip.Id == 0 ? 1 : 0, clip.SizeBytes - bytesBefore, cancellationToken);

        await chain.AppendAsync(db, clip, ClipMaker.Facts(fetched), cancellationToken);
        item.Message = CoverWish.NoteOf(fetched.Result);
        ledger.Note(job, item, JobItemState.Stored);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (clip.Id, replaced);
    }

    /// <summary>The row as it is now: an erasure is no part of the gate's turns, and may have come before.</summary>
    private async Task<(Clip Clip, IReadOnlyList<DoomedObject> Replaced)> ClipForAsync(
        Job job,
        FetchedPost fetched,
        CancellationToken cancellationToken
    )
    {
        var videoId = fetched.Names.VideoId;
        if (await db.Clips.SingleOrDefaultAsync(c => c.VideoId == videoId, cancellationToken) is { } known)
        {
            var files = db.ClipFiles.Where(f => f.ClipId == known.Id);
            var keys = await files.Select(f => f.Object).ToListAsync(cancellationToken);
            await files.ExecuteDeleteAsync(cancellationToken);
            return (known, objects.Doom(job.OwnerId, videoId, keys));
        }

        var clip = new Clip
        {
            OwnerId = job.OwnerId,
            StudentId = job.StudentId ?? await StudentNamedAsync(fetched.Names.Username, cancellationToken),
            Username = fetched.Names.Username,
            VideoId = videoId,
            VideoUrl = fetched.Result.Video.Url,
            Sha256 = "",
            Chain = "",
        };
        db.Clips.Add(clip);
        return (clip, []);
    }

    private Task<string?> StudentNamedAsync(string username, CancellationToken cancellationToken) =>
        db
            .Students.Where(s => s.Username == username)
            .Select(s => (string?)s.StudentId)
            .SingleOrDefaultAsync(cancellationToken);

    private async Task CountAsync(Job job, Clip clip, long clips, long bytes, CancellationToken cancellationToken)
    {
        clip.StudentId ??= job.StudentId;
        if (
            clip.StudentId is { } studentId
            && !await StudentCounters.AddAsync(db, studentId, clips, bytes, cancellationToken)
        )
        {
            throw new ClipyardException(FailureCatalogue.StudentNotLinked, $"Student '{studentId}' was removed.");
        }
    }
}
