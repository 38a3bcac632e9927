using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Clipyard.Client.Http;
using Clipyard.Failures;

namespace Clipyard.Client.Jobs;

/// <summary>Follows work in the background, and stops it.</summary>
public sealed class JobsClient
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    private readonly ServerConnection _connection;

    internal JobsClient(ServerConnection connection) => _connection = connection;

    private ClipyardServerOptions Options => _connection.Options;

    /// <summary>How far a job is.</summary>
    /// <exception cref="ServerException"><c>not_found</c>: there is none of that id.</exception>
    public Task<Job> GetAsync(string jobId, CancellationToken cancellationToken = default) =>
        _connection.GetAsync(PathOf(jobId), "get job", ClientJsonContext.Default.Job, cancellationToken);

    /// <summary>Walks the jobs, newest first and without their items, one request a page, until the caller stops.</summary>
    /// <param name="state">Only those in this state; null for all.</param>
    /// <param name="studentId">Only those of this student; null for all.</param>
    /// <param name="pageSize">How many to ask for at once, 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public IAsyncEnumerable<Job> ListAsync(
        JobState? state = null,
        string? studentId = null,
        int pageSize = 50,
        CancellationToken cancellationToken = default
    ) =>
        _connection.WalkAsync(
            "list jobs",
            cursor =>
                QueryText.Of(
                    "api/v1/jobs",
                    ("state", QueryText.Word(state)),
                    ("student_id", studentId),
                    ("limit", QueryText.Number(pageSize)),
                    ("cursor", cursor)
                ),
            ClientJsonContext.Default.JobPage,
            page => (page.Jobs, page.NextCursor),
            cancellationToken
        );

    /// <summary>Stops a job. What it kept until then stays; one that has ended stays as it ended.</summary>
    /// <returns>The job after that; it may take a moment to reach <see cref="JobState.Cancelled"/>.</returns>
    /// <exception cref="ServerException"><c>not_found</c>: there is none of that id.</exception>
    public Task<Job> CancelAsync(string jobId, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(
            new ServerRequest(HttpMethod.Delete, PathOf(jobId), "cancel job"),
            ClientJsonContext.Default.Job,
            cancellationToken
        );

    /// <summary>Waits for the end of a job, however that is; <see cref="Job.ThrowIfUnsuccessful"/> turns a bad one into an exception.</summary>
    /// <param name="jobId">Which.</param>
    /// <param name="progress">Told of every event, in order, on the thread that reads them; null for nobody.</param>
    /// <param name="cancellationToken">Stops the waiting. The job goes on: <see cref="CancelAsync"/> stops that.</param>
    /// <exception cref="ServerException"><c>not_found</c>: there is none of that id.</exception>
    /// <exception cref="ClipyardException"><c>network_error</c>: the server was away for too long.</exception>
    public async Task<Job> WaitAsync(
        string jobId,
        IProgress<JobEvent>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        await foreach (var happened in WatchAsync(jobId, lastEventId: null, cancellationToken))
        {
            progress?.Report(happened);
        }

        return await GetAsync(jobId, cancellationToken);
    }

    /// <summary>
    /// What happens to a job, as it happens, until it ends. After a cut connection or a restart of the server it goes
    /// on behind the last event, so none is missed and none comes twice.
    /// </summary>
    /// <param name="jobId">Which.</param>
    /// <param name="lastEventId">Begin behind this <see cref="JobEvent.Id"/>; null for the beginning.</param>
    /// <param name="cancellationToken">Stops the watching; the job goes on.</param>
    /// <exception cref="ServerException"><c>not_found</c>: there is none of that id.</exception>
    /// <exception cref="ClipyardException"><c>network_error</c>: the server was away for too long.</exception>
    public async IAsyncEnumerable<JobEvent> WatchAsync(
        string jobId,
        string? lastEventId = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var outage = new Outage(Options);
        while (true)
        {
            await using var stream = await ConnectAsync(jobId, lastEventId, outage, cancellationToken);
            if (stream is not null)
            {
                await foreach (var happened in ReadAsync(jobId, stream, outage, cancellationToken))
                {
                    lastEventId = happened.Id ?? lastEventId;
                    yield return happened;
                    if (happened.IsEnd)
                    {
                        yield break;
                    }
                }

                // An orderly end of the stream without an end of the job: it had ended before, or the server stops.
                if (await HasEndedAsync(jobId, cancellationToken))
                {
                    yield break;
                }
            }

            await outage.PauseAsync(LongestPause, cancellationToken);
        }
    }

    private static string PathOf(string jobId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(jobId);
        return $"api/v1/jobs/{Uri.EscapeDataString(jobId)}";
    }

    private async Task<Stream?> ConnectAsync(
        string jobId,
        string? lastEventId,
        Outage outage,
        CancellationToken cancellationToken
    )
    {
        var request = ServerRequest.Get($"{PathOf(jobId)}/events", "watch job") with
        {
            Accept = "text/event-stream",
            LastEventId = lastEventId,
        };
        try
        {
            var response = await _connection.OpenAsync(request, cancellationToken);
            return await IdleTimeoutStream.OpenAsync(response, Options, cancellationToken);
        }
        catch (ClipyardException error) when (outage.Outlasts(error))
        {
            return null;
        }
    }

    /// <summary>Reads until the stream ends or breaks.</summary>
    private static async IAsyncEnumerable<JobEvent> ReadAsync(
        string jobId,
        Stream stream,
        Outage outage,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var parser = SseParser.Create(stream, (type, data) => Parse(jobId, type, data));
        await using var events = parser.EnumerateAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await MoveNextAsync())
        {
            outage.IsOver();
            if (events.Current is { Data: { } happened } item)
            {
                yield return happened with
                {
                    Id = item.EventId,
                };
            }
        }

        async Task<bool> MoveNextAsync()
        {
            try
            {
                return await events.MoveNextAsync();
            }
            catch (ClipyardException error) when (outage.Outlasts(error))
            {
                return false;
            }
        }
    }

    private async Task<bool> HasEndedAsync(string jobId, CancellationToken cancellationToken)
    {
        try
        {
            return (await GetAsync(jobId, cancellationToken)).HasEnded;
        }
        catch (ClipyardException error) when (error is not ServerException { IsTransient: false })
        {
            return false;
        }
    }

    private static JobEvent? Parse(string jobId, string type, ReadOnlySpan<byte> data)
    {
        try
        {
            if (type == "job.progress")
            {
                var transfer = JsonSerializer.Deserialize(data, ClientJsonContext.Default.JobTransfer);
                return new JobEvent
                {
                    Type = type,
                    JobId = jobId,
                    Progress = transfer,
                };
            }

            var payload = JsonSerializer.Deserialize(data, ClientJsonContext.Default.JobEventPayload);
            return new JobEvent
            {
                Type = type,
                JobId = jobId,
                Total = payload?.Total,
                Done = payload?.Done,
                Failed = payload?.Failed,
                Item = payload?.Item,
            };
        }
        catch (JsonException)
        {
            // An event of a form that is not known here; the others count.
            return null;
        }
    }
}
