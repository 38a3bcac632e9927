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
        var post = new ServerRequest(HttpMethod.Post, "api/v1/archive/verify", "verify archive")
        {
            IdempotencyKey = ServerRequest.NewKey(),
            Prefer = "respond-async",
        };
        var answer = await _connection.SendAsync(
            post.With(request ?? new VerifyRequest(), ClientJsonContext.Default.VerifyRequest),
            ClientJsonContext.Default.JsonElement,
            cancellationToken
        );
        if (!answer.TryGetProperty("job_id", out var jobId))
        {
            // It had ended by then: this is the report.
            return Report(answer);
        }

        var job = await _jobs.WaitAsync(jobId.GetString() ?? "", progress, cancellationToken);
        job.ThrowIfUnsuccessful();
        return Report(job.Result);
    }

    private static VerifyReport Report(JsonElement? document)
    {
        try
        {
            return document?.Deserialize(ClientJsonContext.Default.VerifyReport)
                ?? throw new JsonException("There is none.");
        }
        catch (JsonException error)
        {
            throw new ClipyardException(
                FailureCatalogue.InternalError,
                $"The report cannot be read: {error.Message}",
                error
            );
        }
    }
}
