using Clipyard.Failures;
using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Archive.Provenance;

/// <inheritdoc cref="IRecordChain"/>
internal sealed partial class RecordChain(
    ArchiveKey key,
    InfoWriter infos,
    TimeProvider time,
    ILogger<RecordChain> logger
) : IRecordChain
{
    private const int HeadAttempts = 5;

    public async Task AppendAsync(ClipyardDb db, Clip clip, ProvenanceFacts facts, CancellationToken cancellationToken)
    {
        RequireTransaction(db);
        var name = ChainNames.Of(clip);
        for (var attempt = 1; attempt <= HeadAttempts; attempt++)
        {
            var before = await HeadAsync(db, name, cancellationToken);
            var now = time.GetUtcNow();
            var body = RecordText.Write(RecordText.Describe(clip, facts, before, now));
            var record = RecordOf(clip, before, body, now);
            if (await TryMoveHeadAsync(db, before, record.Hash, cancellationToken))
            {
                record.Mac = key.MacOf(record);
                db.Records.Add(record);
                clip.Chain = name;
                clip.RecordSeq = record.Seq;
                return;
            }
        }

        throw new ClipyardException(
            FailureCatalogue.Conflict,
            $"The chain {name} moved on {HeadAttempts} times while a record was added."
        );
    }

    public async Task EraseAsync(ClipyardDb db, Clip clip, string reason, CancellationToken cancellationToken)
    {
        RequireTransaction(db);
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        await foreach (
            var record in db
                .Records.Where(r => r.VideoId == clip.VideoId)
                .AsAsyncEnumerable()
                .WithCancellation(cancellationToken)
        )
        {
            record.VideoId = null;
            record.Body = null;
            record.Generation = 0;
            record.RecordedAt = now;
            record.ErasedAt = now;
            record.ErasedReason = reason;
            record.ErasedMac = key.ErasedMacOf(record);
        }
    }

    public async Task DropAsync(ClipyardDb db, string chain, CancellationToken cancellationToken)
    {
        RequireTransaction(db);
        await db.Records.Where(r => r.Chain == chain).ExecuteDeleteAsync(cancellationToken);
        await db.Chains.Where(c => c.Name == chain).ExecuteDeleteAsync(cancellationToken);
    }

    public async Task WriteInfoAsync(ClipyardDb db, long clipId, CancellationToken cancellationToken)
    {
        try
        {
            await infos.WriteAsync(db, clipId, cancellationToken);
        }
        catch (ClipyardException error)
        {
            LogInfoMissing(clipId, error.Code);
        }
    }

    private static ArchiveRecord RecordOf(Clip clip, ArchiveChain before, byte[] body, DateTimeOffset now) =>
        new()
        {
            OwnerId = clip.OwnerId,
            Chain = before.Name,
            Seq = before.Length + 1,
            VideoId = clip.VideoId,
            Generation = clip.Generation,
            Body = body,
            Hash = RecordText.HashOf(body),
            Prev = before.Head,
            Mac = "",
            RecordedAt = now,
        };

    private static async Task<ArchiveChain> HeadAsync(ClipyardDb db, string name, CancellationToken cancellationToken)
    {
        if (await FindAsync(db, name, cancellationToken) is { } chain)
        {
            return chain;
        }

        // Not through the context: its rows are for the caller to save, all at once.
        var owner = db.Scope.Owner.Id;
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO archive_chains (owner_id, name, head, length) VALUES ({owner}, {name}, '', 0)
            ON CONFLICT DO NOTHING
            """,
            cancellationToken
        );
        return await FindAsync(db, name, cancellationToken)
            ?? throw new InvalidOperationException($"The chain {name} was made and is not there.");
    }

    private static Task<ArchiveChain?> FindAsync(ClipyardDb db, string name, CancellationToken cancellationToken) =>
        db.Chains.AsNoTracking().SingleOrDefaultAsync(chain => chain.Name == name, cancellationToken);

    private static async Task<bool> TryMoveHeadAsync(
        ClipyardDb db,
        ArchiveChain before,
        string hash,
        CancellationToken cancellationToken
    ) =>
        await db
            .Chains.Where(c => c.Name == before.Name && c.Head == before.Head && c.Length == before.Length)
            .ExecuteUpdateAsync(
                set => set.SetProperty(c => c.Head, hash).SetProperty(c => c.Length, before.Length + 1),
                cancellationToken
            ) == 1;

    private static void RequireTransaction(ClipyardDb db)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("Records change only together with their clip, in one transaction.");
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The .info.json of clip {ClipId} could not be written now ({Code})"
    )]
    private partial void LogInfoMissing(long clipId, string code);
}
