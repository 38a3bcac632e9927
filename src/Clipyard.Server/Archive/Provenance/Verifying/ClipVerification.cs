using Clipyard.Failures;
using Clipyard.Server.Archive.Clips;
using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Archive.Provenance.Verifying;

/// <summary>Verifies one clip: its record as a whole run would, without the rest of the chain.</summary>
internal sealed class ClipVerification(ClipyardDb db, RecordCheck records, RunningHashes hashes, TimeProvider time)
{
    /// <exception cref="ClipyardException"><c>not_found</c>.</exception>
    public async Task<VerifyReport> RunAsync(string videoId, CancellationToken cancellationToken)
    {
        var clip =
            await db.Clips.AsNoTracking().SingleOrDefaultAsync(c => c.VideoId == videoId, cancellationToken)
            ?? throw ClipDetails.Missing(videoId);
        var around = await db
            .Records.AsNoTracking()
            .Where(r => r.Chain == clip.Chain && (r.Seq == clip.RecordSeq || r.Seq == clip.RecordSeq - 1))
            .ToListAsync(cancellationToken);
        var run = VerifyRun.Begin(Guid.NewGuid(), new VerifyRequest(), time.GetUtcNow());
        if (around.Find(r => r.Seq == clip.RecordSeq) is not { } record || record.VideoId != videoId)
        {
            run.Report.Add(ClipCheck.Unrecorded(clip.VideoId, clip.Chain, clip.RecordSeq));
            return run.Report;
        }

        var before = around.Find(r => r.Seq == record.Seq - 1);
        (run.Seq, run.Prev) =
            before is null && record.Seq > 1 ? (record.Seq - 2, "") : (record.Seq - 1, before?.Hash ?? "");
        ChainCheck.CheckPlace(run, record);
        await ReadAsync(run, record, cancellationToken);
        return run.Report;
    }

    /// <summary>In one go: who asks waits for it, and stops it by going away.</summary>
    private async Task ReadAsync(VerifyRun run, ArchiveRecord record, CancellationToken cancellationToken)
    {
        try
        {
            await records.RunAsync(run, record, VerifyBudget.Unlimited(time), cancellationToken);
        }
        finally
        {
            hashes.Drop(run.Id);
        }
    }
}
