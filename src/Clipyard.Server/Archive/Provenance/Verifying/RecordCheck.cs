using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Archive.Provenance.Verifying;

/// <summary>Checks one record: itself, the row it stands for, the files it names, its <c>.info.json</c>.</summary>
internal sealed class RecordCheck(ClipyardDb db, ArchiveKey key, FileCheck files)
{
    /// <returns>Whether it is done; false: the budget ended in the middle of its files.</returns>
    public async Task<bool> RunAsync(
        VerifyRun run,
        ArchiveRecord record,
        VerifyBudget budget,
        CancellationToken cancellationToken
    )
    {
        if (RecordProof.FindFault(record, key, out var body) is { } fault)
        {
            run.Report.Checked.Records++;
            run.Report.Add(Finding(record, VerifyFindingKind.Forged, fault));
            return true;
        }

        if (body is null)
        {
            run.Report.Checked.Records++;
            run.Report.Erased++;
            return true;
        }

        if (run.FileIndex is null)
        {
            run.Report.Checked.Records++;
            if (!await CheckRowAsync(run, record, body, cancellationToken))
            {
                return true;
            }

            run.FileIndex = 0;
        }

        return await files.RunAsync(run, record, body, budget, cancellationToken);
    }

    /// <returns>Whether this record speaks for the clip's files as they should be now.</returns>
    private async Task<bool> CheckRowAsync(
        VerifyRun run,
        ArchiveRecord record,
        RecordBody body,
        CancellationToken cancellationToken
    )
    {
        var clip = await db
            .Clips.AsNoTracking()
            .Include(c => c.Files)
            .SingleOrDefaultAsync(c => c.VideoId == body.VideoId, cancellationToken);
        if (clip is null)
        {
            await ReportGoneAsync(run, record, cancellationToken);
            return false;
        }

        if (clip.Chain == record.Chain && clip.RecordSeq == record.Seq)
        {
            if (RowComparison.FindDifferences(clip, body) is { Count: > 0 } columns)
            {
                run.Report.Add(
                    Finding(
                        record,
                        VerifyFindingKind.RowEdited,
                        $"The database says something else than the record: {string.Join(", ", columns)}."
                    )
                );
            }

            return true;
        }

        if (await IsNewerThanRowAsync(record, body, clip, cancellationToken))
        {
            run.Report.Add(
                Finding(
                    record,
                    VerifyFindingKind.RowEdited,
                    $"The clip's row points at record {clip.RecordSeq} of {clip.Chain}, though this one is newer: "
                        + "tiktok_videos.chain or tiktok_videos.record_seq was edited."
                )
            );
        }

        return false; // a superseded generation: its files have made room for newer ones
    }

    // By what the records themselves say, which their seals cover; ids of rows can be exchanged by whoever writes to the
    // database. A row whose own record is not there is found when the clips are looked through.
    private async Task<bool> IsNewerThanRowAsync(
        ArchiveRecord record,
        RecordBody body,
        Clip clip,
        CancellationToken cancellationToken
    )
    {
        if (clip.Chain == record.Chain)
        {
            return record.Seq > clip.RecordSeq;
        }

        var bytes = await db
            .Records.Where(r => r.Chain == clip.Chain && r.Seq == clip.RecordSeq)
            .Select(r => r.Body)
            .SingleOrDefaultAsync(cancellationToken);
        if (bytes is null || RecordText.Read(bytes) is not { } pointed)
        {
            return false;
        }

        // A clip goes from nobody's chain to a student's, never back.
        return body.Generation > pointed.Generation
            || (body.Generation == pointed.Generation && clip.Chain == ChainNames.Clips);
    }

    private async Task ReportGoneAsync(VerifyRun run, ArchiveRecord record, CancellationToken cancellationToken)
    {
        // Once for the newest record, and not if the clip was erased between two queries.
        var newest = await db
            .Records.Where(r => r.VideoId == record.VideoId)
            .MaxAsync(r => (long?)r.Id, cancellationToken);
        if (newest == record.Id)
        {
            run.Report.Add(
                Finding(
                    record,
                    VerifyFindingKind.RowEdited,
                    "The clip's row in tiktok_videos is gone, and it was not erased by the server."
                )
            );
        }
    }

    private static VerifyFinding Finding(ArchiveRecord record, VerifyFindingKind kind, string message) =>
        new()
        {
            Kind = kind,
            Chain = record.Chain,
            Seq = record.Seq,
            VideoId = record.VideoId,
            Message = message,
        };
}
