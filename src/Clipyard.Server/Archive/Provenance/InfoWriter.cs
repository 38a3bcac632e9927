using Clipyard.Server.Data;
using Clipyard.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Archive.Provenance;

/// <summary>Writes a clip's <c>.info.json</c> from its record.</summary>
internal sealed class InfoWriter(IMediaStore store)
{
    /// <summary>Writes it anew. Nothing happens when the clip is gone.</summary>
    /// <exception cref="Failures.ClipyardException"><c>storage_full</c>, <c>storage_unavailable</c>.</exception>
    public async Task WriteAsync(ClipyardDb db, long clipId, CancellationToken cancellationToken)
    {
        // The sweep works for nobody in particular: clip and record belong together by their owner.
        var found = await db
            .Clips.IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .Where(clip => clip.Id == clipId)
            .Select(clip => new
            {
                clip.VideoId,
                FirstObject = clip.Files.OrderBy(file => file.Position).Select(file => file.Object).FirstOrDefault(),
                Body = db
                    .Records.Where(r => r.OwnerId == clip.OwnerId && r.Chain == clip.Chain && r.Seq == clip.RecordSeq)
                    .Select(r => r.Body)
                    .FirstOrDefault(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is not { Body: { } body } || InfoObject.KeyOf(found.VideoId, found.FirstObject) is not { } name)
        {
            return;
        }

        await using var write = await store.BeginPutAsync(name, InfoObject.ContentType, cancellationToken);
        await write.Content.WriteAsync(body, cancellationToken);
        await write.CommitAsync(cancellationToken);
    }
}
