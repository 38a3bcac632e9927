using System.Text.Json;
using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Archive.Students;
using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Archive.Provenance.Verifying;

/// <summary>Starts verifications and waits for them.</summary>
internal sealed class Verification(ClipyardDb db, StudentDirectory students, IJobQueue queue)
{
    /// <summary>The job that does it: the one that an earlier, same request made, or a new one.</summary>
    /// <exception cref="ClipyardException"><c>student_not_linked</c>, <c>invalid_parameter</c>.</exception>
    public async Task<Guid> StartAsync(
        VerifyRequest request,
        IIdempotency idempotency,
        CancellationToken cancellationToken
    )
    {
        VerifyRequests.Check(request);
        if (request.StudentId is { } student)
        {
            await students.GetAsync(student, cancellationToken);
        }

        if (Guid.TryParse(idempotency.EarlierResourceId, out var earlier))
        {
            return earlier;
        }

        var job = queue.Add(
            db,
            VerifyHandler.Kind,
            VerifyHandler.LanePrefix + db.Scope.Owner.Id,
            JsonSerializer.Serialize(request, VerifyJson.Default.VerifyRequest),
            request.StudentId
        );
        idempotency.Remember(db, job.Id.ToString());
        await db.SaveChangesAsync(cancellationToken);
        await queue.WakeAsync(job, cancellationToken);
        return job.Id;
    }

    /// <summary>Waits for a job; its report when it has ended in time, else null.</summary>
    /// <exception cref="ClipyardException">It failed or was cancelled.</exception>
    public async Task<VerifyReport?> WaitAsync(Guid jobId, TimeSpan atMost, CancellationToken cancellationToken)
    {
        if (!await queue.WaitAsync(jobId, atMost, cancellationToken))
        {
            return null;
        }

        var job = await db.Jobs.AsNoTracking().SingleOrDefaultAsync(j => j.Id == jobId, cancellationToken);
        return job switch
        {
            { State: JobState.Completed, Result: { } result } => JsonSerializer.Deserialize(
                result,
                VerifyJson.Default.VerifyReport
            ),
            { State: JobState.Failed } => throw new ClipyardException(
                FailureCatalogue.Find(job.FailureCode ?? "") ?? FailureCatalogue.InternalError,
                job.FailureDetail
            ),
            _ => throw new ClipyardException(FailureCatalogue.Conflict, $"Job {jobId} was cancelled.")
            {
                Remedies = ["Ask again: a verification changes nothing."],
            },
        };
    }
}
