using Clipyard.Server.Archive.Provenance;
using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Archive.Fetching;

/// <summary>
/// Makes a post that was fetched by its address, for nobody, a student's: its row, the counters, and a second record, in
/// the student's chain. The first one stays where it is; a chain is never rewritten.
/// </summary>
internal sealed class ClipClaim(ClipyardDb db, IRecordChain chain)
{
    public async Task TakeAsync(long clipId, string studentId)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        var clip = await db
            .Clips.Include(c => c.Files)
            .SingleOrDefaultAsync(c => c.Id == clipId && c.StudentId == null, CancellationToken.None);
        if (
            clip is null
            || !await StudentCounters.AddAsync(db, studentId, clips: 1, clip.SizeBytes, CancellationToken.None)
        )
        {
            return;
        }

        var facts = await FactsOfAsync(clip);
        clip.StudentId = studentId;
        await chain.AppendAsync(db, clip, facts, CancellationToken.None);
        await db.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        await chain.WriteInfoAsync(db, clipId, CancellationToken.None);
    }

    private async Task<ProvenanceFacts> FactsOfAsync(Clip clip)
    {
        var body = await db
            .Records.Where(r => r.Chain == clip.Chain && r.Seq == clip.RecordSeq)
            .Select(r => r.Body)
            .SingleOrDefaultAsync(CancellationToken.None);
        return body is not null && RecordText.Read(body) is { } first
            ? new ProvenanceFacts
            {
                SourceUrl = first.SourceUrl,
                FetchedAt = clip.StoredAt,
                ResponseHeaders = first.ResponseHeaders,
                Rendition = first.Rendition,
                Probe = first.Probe,
                Origin = first.Origin,
            }
            : new ProvenanceFacts
            {
                SourceUrl = clip.VideoUrl,
                FetchedAt = clip.StoredAt,
                Origin = "download",
            };
    }
}
