using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Archive;

/// <summary>Answers 202 with the job's address: the work goes on without the caller.</summary>
internal sealed class JobAcceptance(ClipyardDb db, IPublicAddress address)
{
    public async Task<Accepted<JobAcceptedAnswer>> AnswerAsync(Guid jobId, CancellationToken cancellationToken)
    {
        var job =
            await db.Jobs.AsNoTracking().SingleOrDefaultAsync(j => j.Id == jobId, cancellationToken)
            ?? throw new ClipyardException(FailureCatalogue.NotFound, $"Job {jobId} was erased.");
        var statusUrl = address.Absolute($"api/v1/jobs/{jobId}");
        return TypedResults.Accepted(
            statusUrl,
            new JobAcceptedAnswer(Success: true, job.Id.ToString(), job.Kind, job.State, statusUrl, job.StudentId)
        );
    }
}
