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
    public async Task TakeAsync(long clipId, string studentId, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var clip = await db
            .Clips.Include(c => c.Files)
            .SingleOrDefaultAsync(c => c.Id == clipId && c.StudentId == null, cancellationToken);
        if (clip is null || !await StudentCounters.AddAsync(db, studentId, clips: 1, clip.SizeBytes, cancellationToken))
        {
            return;
        }

        var facts = await FactsOfAsync(clip, cancellationToken);
        clip.StudentId = studentId;
        await chain.AppendAsync(db, clip, facts, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await chain.WriteInfoAsync(db, clipId, CancellationToken.None);
    }

    private async Task<ProvenanceFacts> FactsOfAsync(Clip clip, CancellationToken cancellationToken)
    {
        var body = await db
            .Records.Where(r => r.Chain == clip.Chain && r.Seq == clip.RecordSeq)
            .Select(r => r.Body)
            .SingleOrDefaultAsync(cancellationToken);
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
