using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Archive.Provenance.Verifying;

/// <summary>Walks the chains, record by record.</summary>
internal sealed class ChainCheck(ClipyardDb db, RecordCheck records)
{
    private const int PageSize = 100;

    /// <returns>Whether all chains are done; false: the budget ended first.</returns>
    public async Task<bool> RunAsync(
        VerifyRun run,
        VerifyBudget budget,
        IProgress<VerifyProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        while (run.IsInChain || await EnterNextAsync(run, cancellationToken))
        {
            if (!await WalkAsync(run, budget, progress, cancellationToken))
            {
                return false;
            }
        }

        foreach (var (chain, head) in run.ExpectedHeads.Where(pair => !run.Report.Heads.ContainsKey(pair.Key)))
        {
            run.Report.Add(
                Finding(
                    VerifyFindingKind.Truncated,
                    chain,
                    head.Seq,
                    "The chain of the given head is not there any more."
                )
            );
        }

        return true;
    }

    private async Task<bool> EnterNextAsync(VerifyRun run, CancellationToken cancellationToken)
    {
        if (await NextChainAsync(run, cancellationToken) is not { } next)
        {
            return false;
        }

        (run.Chain, run.IsInChain, run.Seq, run.Prev, run.FileIndex) = (next, true, 0, "", null);
        return true;
    }

    // Chains that have records but no head any more count, too.
    private async Task<string?> NextChainAsync(VerifyRun run, CancellationToken cancellationToken)
    {
        if (run.StudentId is { } student)
        {
            return run.Chain is null ? ChainNames.OfStudent(student) : null;
        }

        var last = run.Chain ?? "";
        var head = await db
            .Chains.Where(c => string.Compare(c.Name, last) > 0)
            .MinAsync(c => (string?)c.Name, cancellationToken);
        var record = await db
            .Records.Where(r => string.Compare(r.Chain, last) > 0)
            .MinAsync(r => (string?)r.Chain, cancellationToken);
        return head is null || (record is not null && string.CompareOrdinal(record, head) < 0) ? record : head;
    }

    private async Task<bool> WalkAsync(
        VerifyRun run,
        VerifyBudget budget,
        IProgress<VerifyProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            // The head first: whatever it counts is there when the records are read after it.
            var head = await db.Chains.AsNoTracking().SingleOrDefaultAsync(c => c.Name == run.Chain, cancellationToken);
            var page = await db
                .Records.AsNoTracking()
                .Where(r => r.Chain == run.Chain && r.Seq > run.Seq)
                .OrderBy(r => r.Seq)
                .Take(PageSize)
                .ToListAsync(cancellationToken);
            if (page.Count == 0)
            {
                Leave(run, head);
                return true;
            }

            foreach (var record in page)
            {
                if (budget.IsSpent || !await CheckAsync(run, record, budget, cancellationToken))
                {
                    return false;
                }

                progress?.Report(run.ProgressAt(record.VideoId));
            }
        }
    }

    private async Task<bool> CheckAsync(
        VerifyRun run,
        ArchiveRecord record,
        VerifyBudget budget,
        CancellationToken cancellationToken
    )
    {
        if (run.FileIndex is null)
        {
            CheckPlace(run, record);
        }

        if (!await records.RunAsync(run, record, budget, cancellationToken))
        {
            return false;
        }

        (run.Seq, run.Prev, run.FileIndex) = (record.Seq, record.Hash, null);
        return true;
    }

    /// <summary>Whether a record follows from the one before, and is the one of a head that was given.</summary>
    public static void CheckPlace(VerifyRun run, ArchiveRecord record)
    {
        var report = run.Report;
        if (record.Seq != run.Seq + 1)
        {
            report.Add(Gap(record.Chain, run.Seq + 1, record.Seq - 1));
        }
        else if (record.Prev != run.Prev)
        {
            report.Add(
                Finding(
                    VerifyFindingKind.ChainBroken,
                    record.Chain,
                    record.Seq,
                    "The record does not follow from the one before: its prev is another hash."
                )
            );
        }

        if (
            run.ExpectedHeads.TryGetValue(record.Chain, out var expected)
            && expected.Seq == record.Seq
            && expected.Hash != record.Hash
        )
        {
            report.Add(
                Finding(
                    VerifyFindingKind.Truncated,
                    record.Chain,
                    record.Seq,
                    "The record is not the one of the given head: the chain was cut off and written anew."
                )
            );
        }
    }

    private static void Leave(VerifyRun run, ArchiveChain? head)
    {
        var chain = run.Chain!;
        var report = run.Report;
        if (head?.Length > run.Seq)
        {
            report.Add(Gap(chain, run.Seq + 1, head.Length));
        }
        else if ((head?.Length ?? 0) != run.Seq || (head?.Head ?? "") != run.Prev)
        {
            report.Add(
                Finding(VerifyFindingKind.ChainBroken, chain, run.Seq, "The chain's head is not its last record.")
            );
        }

        if (run.ExpectedHeads.TryGetValue(chain, out var expected) && expected.Seq > run.Seq)
        {
            report.Add(
                Finding(
                    VerifyFindingKind.Truncated,
                    chain,
                    expected.Seq,
                    $"The chain ends at {run.Seq}; the given head stands at {expected.Seq}."
                )
            );
        }

        if (run.Seq > 0 || head is not null)
        {
            report.Heads[chain] = new ChainHead(run.Seq, run.Prev);
        }

        run.IsInChain = false;
    }

    private static VerifyFinding Gap(string chain, long first, long last) =>
        Finding(
            VerifyFindingKind.RecordMissing,
            chain,
            first,
            first == last ? $"Record {first} is missing." : $"The records {first} to {last} are missing."
        );

    private static VerifyFinding Finding(VerifyFindingKind kind, string chain, long seq, string message) =>
        new()
        {
            Kind = kind,
            Chain = chain,
            Seq = seq,
            Message = message,
        };
}
