using Clipyard.Client.Http;
using Clipyard.Client.Jobs;

namespace Clipyard.Client.Students;

/// <summary>Links students to TikTok usernames, fetches their posts, and shows what is kept.</summary>
public sealed class StudentsClient
{
    private readonly ServerConnection _connection;
    private readonly JobsClient _jobs;

    internal StudentsClient(ServerConnection connection, JobsClient jobs) => (_connection, _jobs) = (connection, jobs);

    /// <summary>Links a student to a TikTok username.</summary>
    /// <param name="studentId">Any id of the caller's.</param>
    /// <param name="username">With or without @, or the profile's address.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <exception cref="ServerException"><c>username_taken</c>, <c>invalid_parameter</c>, <c>conflict</c>.</exception>
    public Task<StudentLink> LinkAsync(
        string studentId,
        string username,
        CancellationToken cancellationToken = default
    ) =>
        _connection.SendAsync(
            new ServerRequest(HttpMethod.Put, PathOf(studentId, "/username"), "link student").With(
                new LinkPayload(username),
                ClientJsonContext.Default.LinkPayload
            ),
            ClientJsonContext.Default.StudentLink,
            cancellationToken
        );

    /// <summary>Says which TikTok username a student is linked to.</summary>
    /// <exception cref="ServerException"><c>student_not_linked</c>.</exception>
    public Task<StudentLink> GetUsernameAsync(string studentId, CancellationToken cancellationToken = default) =>
        _connection.GetAsync(
            PathOf(studentId, "/username"),
            "get username",
            ClientJsonContext.Default.StudentLink,
            cancellationToken
        );

    /// <summary>Shows the creator's profile and what is kept.</summary>
    /// <exception cref="ServerException"><c>student_not_linked</c>.</exception>
    public Task<StudentInfo> GetInfoAsync(string studentId, CancellationToken cancellationToken = default) =>
        _connection.GetAsync(
            PathOf(studentId, "/info"),
            "get student",
            ClientJsonContext.Default.StudentInfo,
            cancellationToken
        );

    /// <summary>Fetches a student's posts, waits for the end, and says what came of it.</summary>
    /// <param name="studentId">Which student.</param>
    /// <param name="request">Which posts; null for the newest ten.</param>
    /// <param name="progress">Told of every event of the job; null for nobody.</param>
    /// <param name="cancellationToken">Stops the waiting; the server goes on with the job.</param>
    /// <returns>Single posts may have failed: <see cref="StudentDownload.Failed"/>.</returns>
    /// <exception cref="ServerException">Nothing could be kept, with the commonest reason; <c>student_not_linked</c>.</exception>
    /// <remarks>Does not depend on one long request: the job is started, watched, and asked for its outcome.</remarks>
    public async Task<StudentDownload> DownloadAsync(
        string studentId,
        StudentDownloadRequest? request = null,
        IProgress<JobEvent>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        var started = await StartDownloadAsync(studentId, request, cancellationToken);
        return await WaitForDownloadAsync(started, progress, cancellationToken);
    }

    /// <summary>Asks for a student's posts and answers at once; <see cref="JobsClient.WaitAsync"/> follows the work.</summary>
    /// <param name="studentId">Which student. One who is being downloaded already: it is that job.</param>
    /// <param name="request">Which posts; null for the newest ten.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <exception cref="ServerException"><c>student_not_linked</c>, <c>invalid_parameter</c>.</exception>
    public async Task<AcceptedJob> StartDownloadAsync(
        string studentId,
        StudentDownloadRequest? request = null,
        CancellationToken cancellationToken = default
    )
    {
        var post = DownloadRequest(studentId, request ?? new StudentDownloadRequest());
        var accepted = await _connection.SendAsync(
            post with
            {
                Prefer = "respond-async",
            },
            ClientJsonContext.Default.AcceptedJob,
            cancellationToken
        );
        return accepted with { Request = post };
    }

    /// <summary>Waits for a download that was started, and says what came of it.</summary>
    /// <param name="started">What <see cref="StartDownloadAsync"/> of this client answered.</param>
    /// <param name="progress">Told of every event of the job; null for nobody.</param>
    /// <param name="cancellationToken">Stops the waiting; the server goes on with the job.</param>
    /// <exception cref="ServerException">Nothing could be kept, with the commonest reason; the job was cancelled.</exception>
    /// <exception cref="ArgumentException">It was not started by <see cref="StartDownloadAsync"/>.</exception>
    public async Task<StudentDownload> WaitForDownloadAsync(
        AcceptedJob started,
        IProgress<JobEvent>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(started);
        var request =
            started.Request ?? throw new ArgumentException("No student's download began this job.", nameof(started));
        await _jobs.WaitAsync(started.JobId, progress, cancellationToken);

        // With the same Idempotency-Key: the server answers with what the first request began, and begins nothing.
        return await _connection.SendAsync(request, ClientJsonContext.Default.StudentDownload, cancellationToken);
    }

    /// <summary>Walks what is kept of a student's posts, newest first, one request a page, until the caller stops.</summary>
    /// <param name="studentId">Which student.</param>
    /// <param name="pageSize">How many to ask for at once, 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ServerException"><c>student_not_linked</c>.</exception>
    public IAsyncEnumerable<StoredVideo> GetVideosAsync(
        string studentId,
        int pageSize = 200,
        CancellationToken cancellationToken = default
    ) =>
        _connection.WalkAsync(
            "list videos",
            cursor =>
                QueryText.Of(PathOf(studentId, "/videos"), ("limit", QueryText.Number(pageSize)), ("cursor", cursor)),
            ClientJsonContext.Default.VideoPage,
            page => (page.Videos, page.NextCursor),
            cancellationToken
        );

    /// <summary>Walks the linked students by id, one request a page, until the caller stops.</summary>
    /// <param name="pageSize">How many to ask for at once, 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public IAsyncEnumerable<Student> ListAsync(int pageSize = 200, CancellationToken cancellationToken = default) =>
        _connection.WalkAsync(
            "list students",
            cursor => QueryText.Of("tiktok/students", ("limit", QueryText.Number(pageSize)), ("cursor", cursor)),
            ClientJsonContext.Default.StudentPage,
            page => (page.Students, page.NextCursor),
            cancellationToken
        );

    /// <summary>Erases a student: the link, the files, the records. A running download is cancelled first.</summary>
    /// <exception cref="ServerException"><c>student_not_linked</c>.</exception>
    public Task<Removal> RemoveAsync(string studentId, CancellationToken cancellationToken = default) =>
        RemoveAsync(PathOf(studentId, ""), "remove student", cancellationToken);

    /// <summary>Erases one kept post. Of its record only the hashes stay.</summary>
    /// <exception cref="ServerException"><c>student_not_linked</c>; <c>not_found</c>: no such post is kept.</exception>
    public Task<Removal> RemoveVideoAsync(
        string studentId,
        string videoId,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(videoId);
        var path = PathOf(studentId, $"/videos/{Uri.EscapeDataString(videoId)}");
        return RemoveAsync(path, "remove video", cancellationToken);
    }

    private static string PathOf(string studentId, string rest)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(studentId);
        return $"tiktok/student/{Uri.EscapeDataString(studentId)}{rest}";
    }

    private static ServerRequest DownloadRequest(string studentId, StudentDownloadRequest request) =>
        new(
            HttpMethod.Post,
            QueryText.Of(
                PathOf(studentId, "/download"),
                ("max_videos", QueryText.Number(request.MaxVideos)),
                ("random_selection", QueryText.Flag(request.RandomSelection)),
                ("quality", request.Quality),
                ("audio_only", QueryText.Flag(request.AudioOnly)),
                ("force", QueryText.Flag(request.Force))
            ),
            "download student"
        )
        {
            IdempotencyKey = ServerRequest.NewKey(),
        };

    private Task<Removal> RemoveAsync(string path, string operation, CancellationToken cancellationToken) =>
        _connection.SendAsync(
            new ServerRequest(HttpMethod.Delete, path, operation),
            ClientJsonContext.Default.Removal,
            cancellationToken
        );
}
