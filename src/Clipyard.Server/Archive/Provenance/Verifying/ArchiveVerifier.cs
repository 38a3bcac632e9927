using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Archive.Provenance.Verifying;

/// <summary>Reads an owner's whole archive again and names what is not as it was. Memory stays flat.</summary>
internal sealed class ArchiveVerifier(
    ClipyardDb db,
    ChainCheck chains,
    ClipCheck clips,
    OrphanCheck orphans,
    RunningHashes hashes
)
{
    /// <summary>Goes on with a run until it is done or the budget is spent.</summary>
    public async Task StepAsync(
        VerifyRun run,
        VerifyBudget budget,
        IProgress<VerifyProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        run.TotalRecords ??= await CountAsync(run, cancellationToken);
        if (run.Stage == VerifyStage.Records && await chains.RunAsync(run, budget, progress, cancellationToken))
        {
            run.Stage = VerifyStage.Clips;
        }

        if (run.Stage == VerifyStage.Clips && await clips.RunAsync(run, budget, cancellationToken))
        {
            // A single student has no prefix of their own to be searched.
            run.Stage = run.StudentId is null ? VerifyStage.Objects : VerifyStage.Done;
        }

        if (run.Stage == VerifyStage.Objects && await orphans.RunAsync(run, budget, cancellationToken))
        {
            run.Stage = VerifyStage.Done;
        }

        if (run.Stage == VerifyStage.Done)
        {
            hashes.Drop(run.Id);
        }
    }

    private Task<long> CountAsync(VerifyRun run, CancellationToken cancellationToken)
    {
        var chain = run.StudentId is { } student ? ChainNames.OfStudent(student) : null;
        return db.Records.Where(r => chain == null || r.Chain == chain).LongCountAsync(cancellationToken);
    }
}
