using System.Text.Json;
using Clipyard.Client.Http;
using Clipyard.Client.Jobs;
using Clipyard.Failures;

namespace Clipyard.Client.Archive;

/// <summary>Proves that the archive is as it was.</summary>
public sealed class ArchiveClient
{
    private readonly ServerConnection _connection;
    private readonly JobsClient _jobs;

    internal ArchiveClient(ServerConnection connection, JobsClient jobs) => (_connection, _jobs) = (connection, jobs);

    /// <summary>Has every kept byte read again, waits for the end, and says what is not as it was.</summary>
    /// <param name="request">What to verify; null for the whole archive.</param>
    /// <param name="progress">Told of every event of the job; null for nobody.</param>
    /// <param name="cancellationToken">Stops the waiting; the server goes on with the job.</param>
    /// <exception cref="ServerException"><c>invalid_parameter</c>, <c>student_not_linked</c>.</exception>
    /// <exception cref="ClipyardException">The job failed or was cancelled.</exception>
    public async Task<VerifyReport> VerifyAsync(
        VerifyRequest? request = null,
        IProgress<JobEvent>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        var started = await StartVerifyAsync(request, cancellationToken);
        return ReportOf(await _jobs.WaitAsync(started.JobId, progress, cancellationToken));
    }

    /// <summary>Begins a verification and answers at once; <see cref="JobsClient.WaitAsync"/> follows the work.</summary>
    /// <param name="request">What to verify; null for the whole archive.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <exception cref="ServerException"><c>invalid_parameter</c>, <c>student_not_linked</c>.</exception>
    public Task<AcceptedJob> StartVerifyAsync(
        VerifyRequest? request = null,
        CancellationToken cancellationToken = default
    )
    {
        var post = new ServerRequest(HttpMethod.Post, "api/v1/archive/verify", "verify archive")
        {
            IdempotencyKey = ServerRequest.NewKey(),
            Prefer = "respond-async",
        };
        return _connection.SendAsync(
            post.With(request ?? new VerifyRequest(), ClientJsonContext.Default.VerifyRequest),
            ClientJsonContext.Default.AcceptedJob,
            cancellationToken
        );
    }

    /// <summary>The report of a verification that has ended.</summary>
    /// <exception cref="ClipyardException">The job failed, was cancelled, or is none that verifies.</exception>
    public static VerifyReport ReportOf(Job job)
    {
        ArgumentNullException.ThrowIfNull(job);
        job.ThrowIfUnsuccessful();
        return job.Result?.Deserialize(ClientJsonContext.Default.VerifyReport)
            ?? throw new ClipyardException(FailureCatalogue.InternalError, $"Job {job.Id} ({job.Kind}) has no report.");
    }
}
