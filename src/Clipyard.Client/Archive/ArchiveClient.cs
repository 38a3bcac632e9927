using System.Text.Json;
using Clipyard.Client.Http;
using Clipyard.Client.Jobs;
using Clipyard.Client.Students;
using Clipyard.Failures;

namespace Clipyard.Client.Archive;

/// <summary>Lists what is kept, and proves that it is as it was.</summary>
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

    /// <summary>Has one kept post read again, and says what is not as it was.</summary>
    /// <exception cref="ServerException"><c>not_found</c>.</exception>
    public Task<VerifyReport> VerifyClipAsync(string videoId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(videoId);
        return _connection.SendAsync(
            new ServerRequest(HttpMethod.Post, $"api/v1/clips/{Uri.EscapeDataString(videoId)}/verify", "verify clip"),
            ClientJsonContext.Default.VerifyReport,
            cancellationToken
        );
    }

    /// <summary>Walks what is kept, one request a page, until the caller stops.</summary>
    /// <param name="search">What to look for; null for everything.</param>
    /// <param name="pageSize">How many to ask for at once, 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ServerException"><c>invalid_parameter</c>.</exception>
    public IAsyncEnumerable<StoredVideo> GetClipsAsync(
        ClipSearch? search = null,
        int pageSize = 200,
        CancellationToken cancellationToken = default
    ) =>
        _connection.WalkAsync(
            "list clips",
            cursor => PathOf(search ?? new ClipSearch(), pageSize, cursor),
            ClientJsonContext.Default.ClipPage,
            page => (page.Clips, page.NextCursor),
            cancellationToken
        );

    private static string PathOf(ClipSearch search, int pageSize, string? cursor) =>
        QueryText.Of(
            "api/v1/clips",
            ("student_id", search.StudentId),
            ("username", search.Username),
            ("kind", search.Kind),
            ("q", search.Text),
            ("from", QueryText.Instant(search.From)),
            ("to", QueryText.Instant(search.To)),
            ("sort", search.Sort),
            ("order", search.Order),
            ("limit", QueryText.Number(pageSize)),
            ("cursor", cursor)
        );

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
