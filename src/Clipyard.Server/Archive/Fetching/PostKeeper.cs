using Clipyard.Failures;
using Clipyard.Server.Archive.Provenance;
using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Archive.Fetching;

/// <summary>
/// Makes a fetched post kept: its objects, then one transaction of clip, counters, record, item and event, then
/// <c>.info.json</c>. Dying in between leaves an object without a row, which the next run replaces; never a row without
/// its object.
/// </summary>
internal sealed partial class PostKeeper(
    ClipyardDb db,
    KeptPosts kept,
    IRecordChain chain,
    ObjectRemoval objects,
    PostGate gate,
    ItemLedger ledger,
    ILogger<PostKeeper> logger
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
            await ledger.SettleAsync(job, item, JobItemState.AlreadyStored);
            return;
        }

        await sink.PublishAsync(cancellationToken);
        var (clipId, replaced) = await SaveOrForgetAsync(job, item, fetched, known);
        await objects.RemoveAsync(replaced);
        await WriteInfoAsync(clipId);
    }

    /// <summary>What a failed transaction leaves in the context must not be saved along with the item's failure.</summary>
    private async Task<(long ClipId, IReadOnlyList<string> Replaced)> SaveOrForgetAsync(
        Job job,
        JobItem item,
        FetchedPost fetched,
        KeptPost? known
    )
    {
        try
        {
            return await SaveAsync(job, item, fetched, known);
        }
        catch (ClipyardException)
        {
            var archived = db.ChangeTracker.Entries().Where(e => e.Entity is not Job and not JobItem).ToList();
            archived.ForEach(entry => entry.State = EntityState.Detached);
            throw;
        }
    }

    /// <summary>Runs to its end whatever happens around it: the objects are there, so the row has to come.</summary>
    private async Task<(long ClipId, IReadOnlyList<string> Replaced)> SaveAsync(
        Job job,
        JobItem item,
        FetchedPost fetched,
        KeptPost? known
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        var (clip, replaced) = await ClipForAsync(job, fetched, known);
        var bytesBefore = clip.SizeBytes;
        ClipMaker.Describe(clip, fetched);
        await CountAsync(job, clip, clips: known is null ? 1 : 0, clip.SizeBytes - bytesBefore);

        await chain.AppendAsync(db, clip, ClipMaker.Facts(fetched), CancellationToken.None);
        ledger.Note(job, item, JobItemState.Stored);
        await db.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        return (clip.Id, replaced);
    }

    private async Task<(Clip Clip, IReadOnlyList<string> Replaced)> ClipForAsync(
        Job job,
        FetchedPost fetched,
        KeptPost? known
    )
    {
        if (known is null)
        {
            var clip = new Clip
            {
                OwnerId = job.OwnerId,
                StudentId = job.StudentId ?? await StudentNamedAsync(fetched.Names.Username),
                Username = fetched.Names.Username,
                VideoId = fetched.Names.VideoId,
                VideoUrl = fetched.Result.Video.Url,
                Sha256 = "",
                Chain = "",
            };
            db.Clips.Add(clip);
            return (clip, []);
        }

        var files = db.ClipFiles.Where(f => f.ClipId == known.ClipId);
        var replaced = await files.Select(f => f.Object).ToListAsync(CancellationToken.None);
        await files.ExecuteDeleteAsync(CancellationToken.None);
        return (await db.Clips.SingleAsync(c => c.Id == known.ClipId, CancellationToken.None), replaced);
    }

    private Task<string?> StudentNamedAsync(string username) =>
        db
            .Students.Where(s => s.Username == username)
            .Select(s => (string?)s.StudentId)
            .SingleOrDefaultAsync(CancellationToken.None);

    private async Task CountAsync(Job job, Clip clip, long clips, long bytes)
    {
        clip.StudentId ??= job.StudentId;
        if (
            clip.StudentId is { } studentId
            && !await StudentCounters.AddAsync(db, studentId, clips, bytes, CancellationToken.None)
        )
        {
            throw new ClipyardException(FailureCatalogue.StudentNotLinked, $"Student '{studentId}' was removed.");
        }
    }

    private async Task WriteInfoAsync(long clipId)
    {
        try
        {
            await chain.WriteInfoAsync(db, clipId, CancellationToken.None);
        }
        catch (ClipyardException error)
        {
            LogInfoMissing(clipId, error.Code);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The .info.json of clip {ClipId} could not be written ({Code}); the sweep writes it later"
    )]
    private partial void LogInfoMissing(long clipId, string code);
}
