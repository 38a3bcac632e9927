using System.Buffers;
using Clipyard.Server.Archive.Fetching;
using Clipyard.Server.Data;
using Clipyard.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Archive.Provenance.Verifying;

/// <summary>Reads the files of a record again.</summary>
internal sealed class FileCheck(ClipyardDb db, IMediaStore store, ObjectReader reader, PostGate gate)
{
    /// <returns>Whether all are done; false: the budget ended first.</returns>
    public async Task<bool> RunAsync(
        VerifyRun run,
        ArchiveRecord record,
        RecordBody body,
        VerifyBudget budget,
        CancellationToken cancellationToken
    )
    {
        List<VerifyFinding> faults = [];
        for (var index = run.FileIndex ?? 0; index < body.Files.Count; index++)
        {
            var file = body.Files[index];
            if (
                budget.IsSpent || await reader.ReadAsync(run.Id, file.Object, budget, cancellationToken) is not { } read
            )
            {
                run.FileIndex = index;
                await ReportAsync(run, record, faults, cancellationToken);
                return false;
            }

            run.Report.Checked.Files++;
            run.Report.Checked.Bytes += read.SizeBytes;
            if (await FindFaultAsync(file, read, cancellationToken) is var (kind, message))
            {
                faults.Add(Finding(record, kind, file.Object, message));
            }
        }

        if (await FindInfoFaultAsync(record, body, cancellationToken) is not null)
        {
            // It is written after its row: whoever is about to do that comes first.
            using var turn = await gate.EnterAsync(record.OwnerId, body.VideoId, cancellationToken);
            if (await FindInfoFaultAsync(record, body, cancellationToken) is { } fault)
            {
                faults.Add(fault);
            }
        }

        await ReportAsync(run, record, faults, cancellationToken);
        return true;
    }

    private async Task<(VerifyFindingKind Kind, string Message)?> FindFaultAsync(
        RecordFile file,
        ReadObject read,
        CancellationToken cancellationToken
    )
    {
        if (read.Sha256 is null)
        {
            return (VerifyFindingKind.Missing, "The file is not in the store.");
        }

        if (read.Sha256 == file.Sha256)
        {
            return null;
        }

        var other = await db
            .ClipFiles.Where(f => f.Sha256 == read.Sha256 && f.Object != file.Object)
            .Select(f => f.Object)
            .FirstOrDefaultAsync(cancellationToken);
        return other is null
            ? (
                VerifyFindingKind.Changed,
                $"The file has {read.SizeBytes} bytes with the SHA-256 {read.Sha256}; "
                    + $"{file.SizeBytes} bytes with {file.Sha256} were kept."
            )
            : (VerifyFindingKind.Swapped, $"The file has the bytes of {other}.");
    }

    private async Task<VerifyFinding?> FindInfoFaultAsync(
        ArchiveRecord record,
        RecordBody body,
        CancellationToken cancellationToken
    )
    {
        var first = body.Files.MinBy(file => file.Position)?.Object;
        if (record.Body is not { } expected || InfoObject.KeyOf(body.VideoId, first) is not { } name)
        {
            return null;
        }

        await using var stream = await store.OpenReadAsync(name, 0, expected.Length + 1L, cancellationToken);
        if (stream is null)
        {
            return Finding(record, VerifyFindingKind.InfoMissing, name, "The .info.json is not in the store.");
        }

        return await HoldsAsync(stream, expected, cancellationToken)
            ? null
            : Finding(record, VerifyFindingKind.InfoChanged, name, "The .info.json is not the record's content.");
    }

    private static async Task<bool> HoldsAsync(Stream stream, byte[] expected, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(expected.Length + 1);
        try
        {
            var count = await stream.ReadAtLeastAsync(
                buffer.AsMemory(0, expected.Length + 1),
                expected.Length + 1,
                throwOnEndOfStream: false,
                cancellationToken
            );
            return buffer.AsSpan(0, count).SequenceEqual(expected);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async Task ReportAsync(
        VerifyRun run,
        ArchiveRecord record,
        List<VerifyFinding> faults,
        CancellationToken cancellationToken
    )
    {
        if (faults.Count > 0 && await IsCurrentAsync(record, cancellationToken))
        {
            faults.ForEach(run.Report.Add);
        }
    }

    // Clips are erased and fetched anew while a verification runs: what is not current any more is no damage.
    private Task<bool> IsCurrentAsync(ArchiveRecord record, CancellationToken cancellationToken) =>
        db.Clips.AnyAsync(
            clip => clip.VideoId == record.VideoId && clip.Chain == record.Chain && clip.RecordSeq == record.Seq,
            cancellationToken
        );

    private static VerifyFinding Finding(
        ArchiveRecord record,
        VerifyFindingKind kind,
        string @object,
        string message
    ) =>
        new()
        {
            Kind = kind,
            Chain = record.Chain,
            Seq = record.Seq,
            VideoId = record.VideoId,
            ObjectName = @object,
            Message = message,
        };
}
