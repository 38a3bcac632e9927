using System.Globalization;
using Clipyard.Client.Http;
using Clipyard.Client.Jobs;
using Clipyard.Failures;

namespace Clipyard.Client.Posts;

/// <summary>Publishes, and follows what becomes of it.</summary>
public sealed class PostsClient
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(20);

    private readonly ServerConnection _connection;

    internal PostsClient(ServerConnection connection) => _connection = connection;

    private ClipyardServerOptions Options => _connection.Options;

    /// <summary>Asks for a post. The server prepares it and sends it on by itself: <see cref="WaitAsync"/> follows it.</summary>
    /// <exception cref="ServerException">Whatever is wrong with the request; nothing was made then.</exception>
    public Task<Post> CreateAsync(PostRequest request, CancellationToken cancellationToken = default) =>
        SendAsync(
            new ServerRequest(HttpMethod.Post, "api/posts", "create post")
            {
                IdempotencyKey = ServerRequest.NewKey(),
            }.With(request, ClientJsonContext.Default.PostRequest),
            cancellationToken
        );

    /// <summary>Sends a video file to the server and asks for a post of it.</summary>
    /// <param name="path">The file. Sent again from its beginning when the connection breaks.</param>
    /// <param name="options">How it is posted; null for a draft to the only account.</param>
    /// <param name="progress">Told how many bytes are sent, on the thread that sends them; null for nobody.</param>
    /// <param name="cancellationToken">Stops the sending; nothing is made then.</param>
    /// <exception cref="ServerException"><c>unsupported_media</c>, <c>video_too_large</c>, <c>not_connected</c>, and others.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public Task<Post> UploadAsync(
        string path,
        NewPostOptions? options = null,
        IProgress<long>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        using (File.OpenRead(path))
        {
            // A file that is not there is the caller's matter, not the network's.
        }

        return SendAsync(
            new ServerRequest(HttpMethod.Post, "api/tiktok/upload", "upload post")
            {
                IdempotencyKey = ServerRequest.NewKey(),
                Prefer = "respond-async",
                Timeout = System.Threading.Timeout.InfiniteTimeSpan,
                Content = () => UploadForm.Of(path, options ?? new NewPostOptions(), progress),
            },
            cancellationToken
        );
    }

    /// <summary>Asks for many posts with a CSV file: every row becomes one, or none does.</summary>
    /// <param name="path">The file. Sent again from its beginning when the connection breaks.</param>
    /// <param name="options">How it is imported; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the sending. The server may have taken the table by then.</param>
    /// <exception cref="ServerException">
    /// The table is refused: <see cref="ServerException.RowErrors"/> says where. <c>idempotency_mismatch</c>.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public Task<PostImport> ImportAsync(
        string path,
        PostImportOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        using (File.OpenRead(path))
        {
            // A file that is not there is the caller's matter, not the network's.
        }

        return ImportAsync(() => File.OpenRead(path), options, cancellationToken);
    }

    /// <summary>Asks for many posts with CSV from anywhere: every row becomes one, or none does.</summary>
    /// <param name="open">Opens the table: UTF-8, or UTF-16 with its mark. Called for every try; what it returns is disposed.</param>
    /// <param name="options">How it is imported; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the sending. The server may have taken the table by then.</param>
    /// <exception cref="ServerException">
    /// The table is refused: <see cref="ServerException.RowErrors"/> says where. <c>idempotency_mismatch</c>.
    /// </exception>
    public Task<PostImport> ImportAsync(
        Func<Stream> open,
        PostImportOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(open);
        return _connection.SendAsync(
            PostTables.Import(open, options ?? new PostImportOptions()),
            ClientJsonContext.Default.PostImport,
            cancellationToken
        );
    }

    /// <summary>Opens all posts as one table, newest first.</summary>
    /// <param name="options">Which, and how; null for all, as CSV.</param>
    /// <param name="cancellationToken">Stops the opening; reading has its own.</param>
    /// <returns>The bytes as they come, to be disposed. Reading throws <c>network_error</c> when they stop coming.</returns>
    /// <exception cref="ServerException"><c>invalid_parameter</c>.</exception>
    public async Task<Stream> ExportAsync(
        PostExportOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var request = PostTables.Export(options ?? new PostExportOptions());
        var response = await _connection.OpenAsync(request, cancellationToken);
        return await IdleTimeoutStream.OpenAsync(response, Options, cancellationToken);
    }

    /// <summary>How a post stands.</summary>
    /// <exception cref="ServerException"><c>not_found</c>.</exception>
    public Task<Post> GetAsync(string postId, CancellationToken cancellationToken = default) =>
        SendAsync(ServerRequest.Get(PathOf(postId), "get post"), cancellationToken);

    /// <summary>Walks the posts, newest first, one request a page, until the caller stops.</summary>
    /// <param name="state">Only those in this state; null for all.</param>
    /// <param name="accountId">Only those of this account; null for all.</param>
    /// <param name="pageSize">How many to ask for at once, 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public IAsyncEnumerable<Post> ListAsync(
        PostState? state = null,
        string? accountId = null,
        int pageSize = 50,
        CancellationToken cancellationToken = default
    ) =>
        _connection.WalkAsync(
            "list posts",
            cursor =>
                QueryText.Of(
                    "api/posts",
                    ("state", QueryText.Word(state)),
                    ("account_id", accountId),
                    ("limit", QueryText.Number(pageSize)),
                    ("cursor", cursor)
                ),
            ClientJsonContext.Default.PostPage,
            page => (page.Posts, page.NextCursor),
            cancellationToken
        );

    /// <summary>Waits until a post has arrived or ended, however long that takes; <see cref="Post.ThrowIfUnsuccessful"/> turns a bad end into an exception.</summary>
    /// <param name="postId">Which.</param>
    /// <param name="progress">Told how it stands, about every twenty seconds; null for nobody.</param>
    /// <param name="cancellationToken">Stops the waiting. The post goes on: <see cref="CancelAsync"/> stops that.</param>
    /// <exception cref="ServerException"><c>not_found</c>.</exception>
    /// <exception cref="ClipyardException"><c>network_error</c>: the server was away for too long.</exception>
    public async Task<Post> WaitAsync(
        string postId,
        IProgress<Post>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        var look = Options.Timeout / 2 < LongestLook ? Options.Timeout / 2 : LongestLook;
        var request = ServerRequest.Get(PathOf(postId), "wait for post") with
        {
            Prefer = string.Create(CultureInfo.InvariantCulture, $"wait={(int)look.TotalSeconds}"),
        };
        var outage = new Outage(Options);
        while (true)
        {
            try
            {
                var post = await SendAsync(request, cancellationToken);
                outage.IsOver();
                progress?.Report(post);
                if (post.IsOver)
                {
                    return post;
                }
            }
            catch (ClipyardException error) when (outage.Outlasts(error))
            {
                await outage.PauseAsync(LongestPause, cancellationToken);
            }
        }
    }

    /// <summary>Changes a post that TikTok has not been told of.</summary>
    /// <exception cref="ServerException"><c>not_editable</c>, <c>conflict</c>, <c>not_found</c>, and others.</exception>
    public Task<Post> EditAsync(string postId, PostChange change, CancellationToken cancellationToken = default) =>
        SendAsync(
            new ServerRequest(HttpMethod.Patch, PathOf(postId), "edit post").With(
                change,
                ClientJsonContext.Default.PostChange
            ),
            cancellationToken
        );

    /// <summary>Approves a version of a post.</summary>
    /// <param name="postId">Which.</param>
    /// <param name="version">The <see cref="Post.Version"/> that was looked at.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <exception cref="ServerException"><c>conflict</c>: it is another version now, or the post does not wait; <c>not_found</c>.</exception>
    public Task<Post> ApproveAsync(string postId, string version, CancellationToken cancellationToken = default) =>
        SendAsync(
            Do(postId, "approve").With(new ApprovalPayload(version, null), ClientJsonContext.Default.ApprovalPayload),
            cancellationToken
        );

    /// <summary>Rejects a post that waits for an approval.</summary>
    /// <exception cref="ServerException"><c>conflict</c>, <c>not_found</c>.</exception>
    public Task<Post> RejectAsync(
        string postId,
        string? reason = null,
        CancellationToken cancellationToken = default
    ) =>
        SendAsync(
            Do(postId, "reject").With(new ApprovalPayload(null, reason), ClientJsonContext.Default.ApprovalPayload),
            cancellationToken
        );

    /// <summary>Cancels a post.</summary>
    /// <exception cref="ServerException"><c>not_cancellable</c>: TikTok may have it; <c>not_found</c>.</exception>
    public Task<Post> CancelAsync(string postId, CancellationToken cancellationToken = default) =>
        SendAsync(Do(postId, "cancel"), cancellationToken);

    /// <summary>Sends a failed post again.</summary>
    /// <param name="postId">Which.</param>
    /// <param name="notPosted">Whether a person has looked and found nothing of it: for posts whose outcome is uncertain.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <exception cref="ServerException"><c>outcome_uncertain</c>, <c>post_in_progress</c>, <c>conflict</c>, <c>not_found</c>.</exception>
    public Task<Post> RetryAsync(
        string postId,
        bool notPosted = false,
        CancellationToken cancellationToken = default
    ) =>
        SendAsync(
            Do(postId, "retry").With(new RetryPayload(notPosted), ClientJsonContext.Default.RetryPayload),
            cancellationToken
        );

    private static ServerRequest Do(string postId, string what) =>
        new(HttpMethod.Post, $"{PathOf(postId)}/{what}", $"{what} post");

    private static string PathOf(string postId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(postId);
        return $"api/posts/{Uri.EscapeDataString(postId)}";
    }

    private Task<Post> SendAsync(ServerRequest request, CancellationToken cancellationToken) =>
        _connection.SendAsync(request, ClientJsonContext.Default.Post, cancellationToken);
}
