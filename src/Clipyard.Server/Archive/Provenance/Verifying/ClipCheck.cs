using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Archive.Provenance.Verifying;

/// <summary>Looks for clips without a record.</summary>
internal sealed class ClipCheck(ClipyardDb db)
{
    private const int PageSize = 500;

    /// <returns>Whether all are done; false: the budget ended first.</returns>
    public async Task<bool> RunAsync(VerifyRun run, VerifyBudget budget, CancellationToken cancellationToken)
    {
        while (!budget.IsSpent)
        {
            var page = await db
                .Clips.Where(clip => clip.Id > run.ClipId)
                .Where(clip => run.StudentId == null || clip.StudentId == run.StudentId)
                .OrderBy(clip => clip.Id)
                .Take(PageSize)
                .Select(clip => new
                {
                    clip.Id,
                    clip.VideoId,
                    clip.Chain,
                    clip.RecordSeq,
                    IsRecorded = db.Records.Any(r =>
                        r.Chain == clip.Chain && r.Seq == clip.RecordSeq && r.VideoId == clip.VideoId
                    ),
                })
                .ToListAsync(cancellationToken);
            foreach (var clip in page.Where(clip => !clip.IsRecorded))
            {
                run.Report.Add(Unrecorded(clip.VideoId, clip.Chain, clip.RecordSeq));
            }

            if (page.Count < PageSize)
            {
                return true;
            }

            run.ClipId = page[^1].Id;
        }

        return false;
    }

    public static VerifyFinding Unrecorded(string videoId, string chain, long seq) =>
        new()
        {
            Kind = VerifyFindingKind.Unrecorded,
            Chain = chain,
            Seq = seq,
            VideoId = videoId,
            Message = "The clip's row in tiktok_videos has no record.",
        };
}
