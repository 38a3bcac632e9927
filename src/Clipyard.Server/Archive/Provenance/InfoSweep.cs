using System.Security.Cryptography;
using Clipyard.Failures;
using Clipyard.Server.Archive.Fetching;
using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Clipyard.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Archive.Provenance;

/// <summary>
/// Writes each <c>.info.json</c> that is missing, or still holds an earlier record of its post, because its process died
/// after the commit. One that holds anything else stays as it is: it is evidence.
/// </summary>
internal sealed partial class InfoSweep(
    ClipyardDb db,
    IMediaStore store,
    InfoWriter writer,
    PostGate gate,
    ILogger<InfoSweep> logger
) : ISweep
{
    private const int PageSize = 500;

    public TimeSpan Every => TimeSpan.FromHours(6);

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        for (long? before = long.MaxValue; before is { } last; )
        {
            before = await SweepPageAsync(last, cancellationToken);
        }
    }

    /// <returns>Where the next page ends; null when there is none.</returns>
    private async Task<long?> SweepPageAsync(long before, CancellationToken cancellationToken)
    {
        var page = await db
            .Clips.IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .Where(clip => clip.Id < before)
            .OrderByDescending(clip => clip.Id) // what was kept last is likelier to lack something
            .Take(PageSize)
            .Select(clip => new SweptClip(
                clip.Id,
                clip.OwnerId,
                clip.VideoId,
                clip.Files.OrderBy(file => file.Position).Select(file => file.Object).FirstOrDefault(),
                db.Records.Any(r =>
                    r.OwnerId == clip.OwnerId
                    && r.VideoId == clip.VideoId
                    && (r.Chain != clip.Chain || r.Seq != clip.RecordSeq)
                )
            ))
            .ToListAsync(cancellationToken);
        foreach (var clip in page)
        {
            await RepairAsync(clip, cancellationToken);
        }

        return page.Count == PageSize ? page[^1].Id : null;
    }

    private async Task RepairAsync(SweptClip clip, CancellationToken cancellationToken)
    {
        if (
            InfoObject.KeyOf(clip.VideoId, clip.FirstObject) is not { } name
            || !await IsLackingAsync(clip, name, cancellationToken)
        )
        {
            return;
        }

        try
        {
            // Not while somebody erases the post: the file would stay behind.
            using var turn = await gate.EnterAsync(clip.OwnerId, clip.VideoId, cancellationToken);
            await writer.WriteAsync(db, clip.Id, cancellationToken);
            LogRepaired(name);
        }
        catch (ClipyardException error)
        {
            LogStillMissing(name, error.Code);
        }
    }

    private async Task<bool> IsLackingAsync(SweptClip clip, string name, CancellationToken cancellationToken)
    {
        if (await store.StatAsync(name, cancellationToken) is null)
        {
            return true;
        }

        return clip.HasEarlier && await HoldsEarlierAsync(clip, name, cancellationToken);
    }

    private async Task<bool> HoldsEarlierAsync(SweptClip clip, string name, CancellationToken cancellationToken)
    {
        await using var stream = await store.OpenReadAsync(name, 0, length: null, cancellationToken);
        if (stream is null)
        {
            return true;
        }

        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
        return await db
            .Records.IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .AnyAsync(
                r =>
                    r.OwnerId == clip.OwnerId
                    && r.VideoId == clip.VideoId
                    && r.Hash == hash
                    && db.Clips.Any(c => c.Id == clip.Id && (c.Chain != r.Chain || c.RecordSeq != r.Seq)),
                cancellationToken
            );
    }

    private sealed record SweptClip(long Id, Guid OwnerId, string VideoId, string? FirstObject, bool HasEarlier);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Object} was written from its record")]
    private partial void LogRepaired(string @object);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Object} still cannot be written ({Code})")]
    private partial void LogStillMissing(string @object, string code);
}
