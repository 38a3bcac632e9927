using Clipyard.Client.Archive;
using Clipyard.Client.Downloads;
using Clipyard.Client.Http;
using Clipyard.Client.Jobs;
using Clipyard.Client.Keys;
using Clipyard.Client.Media;
using Clipyard.Client.Posts;
using Clipyard.Client.Publishing;
using Clipyard.Client.Students;
using Clipyard.Client.Tasks;
using Clipyard.Client.Videos;
using Clipyard.Client.Webhooks;

namespace Clipyard.Client;

/// <summary>Talks to one Clipyard server with one API key.</summary>
/// <remarks>
/// Thread-safe; one instance serves the whole process. Every member throws
/// <see cref="Failures.ClipyardException"/>: a <see cref="ServerException"/> for what the server refused,
/// <c>network_error</c> when it could not be reached or did not answer in time. Requests that only read, and those that
/// create work (they carry an <c>Idempotency-Key</c> of the client's own), are repeated after a passing failure, as
/// <see cref="ClipyardServerOptions"/> says; <c>Retry-After</c> is honoured.
/// </remarks>
public sealed class ClipyardServerClient : IDisposable
{
    private readonly HttpClient? _ownHttp;

    /// <summary>Makes a client; nothing is sent yet.</summary>
    /// <param name="address">Where the server answers: <c>http://127.0.0.1:8000</c>. A path before its routes is kept.</param>
    /// <param name="apiKey">A key of <c>POST /api/keys</c>, or the one that the first start showed.</param>
    /// <param name="options">How patiently to ask; null for the defaults.</param>
    /// <param name="http">
    /// What to send with, never disposed; null for one of its own. Its time-out must be longer than waits may take:
    /// <see cref="Timeout.InfiniteTimeSpan"/> leaves them to <paramref name="options"/>.
    /// </param>
    /// <exception cref="ArgumentException">The address is no http or https one, or the key is empty or cannot be a header.</exception>
    public ClipyardServerClient(
        Uri address,
        string apiKey,
        ClipyardServerOptions? options = null,
        HttpClient? http = null
    )
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentException.ThrowIfNullOrWhiteSpace(apiKey);
        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https"))
        {
            throw new ArgumentException("The server's address is an absolute http or https one.", nameof(address));
        }

        if (!apiKey.All(c => c is > ' ' and < '\x7f'))
        {
            throw new ArgumentException("An API key has no spaces and nothing but ASCII.", nameof(apiKey));
        }

        options ??= new ClipyardServerOptions();
        _ownHttp = http is null ? CreateHttp() : null;
        Address = new Uri(address.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/");
        var connection = new ServerConnection(http ?? _ownHttp!, Address, apiKey, options);
        Jobs = new JobsClient(connection);
        Students = new StudentsClient(connection, Jobs);
        Videos = new VideosClient(connection);
        Downloads = new DownloadsClient(connection);
        Posts = new PostsClient(connection);
        Archive = new ArchiveClient(connection, Jobs);
        Keys = new KeysClient(connection);
        Media = new MediaClient(connection);
        Publishing = new PublishingClient(connection);
        Instances = new InstancesClient(connection);
        Tasks = new TasksClient(connection);
        Webhooks = new WebhooksClient(connection);
    }

    /// <summary>The server's address, with a slash at the end.</summary>
    public Uri Address { get; }

    /// <summary>Students: their TikTok usernames, and what is kept of their posts.</summary>
    public StudentsClient Students { get; }

    /// <summary>What TikTok shows of a post.</summary>
    public VideosClient Videos { get; }

    /// <summary>Fetching posts by their addresses.</summary>
    public DownloadsClient Downloads { get; }

    /// <summary>Work in the background.</summary>
    public JobsClient Jobs { get; }

    /// <summary>Publishing on TikTok.</summary>
    public PostsClient Posts { get; }

    /// <summary>Proving that the archive is as it was.</summary>
    public ArchiveClient Archive { get; }

    /// <summary>The caller's API keys.</summary>
    public KeysClient Keys { get; }

    /// <summary>The kept files.</summary>
    public MediaClient Media { get; }

    /// <summary>Publishing as a whole: paused or not.</summary>
    public PublishingClient Publishing { get; }

    /// <summary>What works on tasks, and the accounts it may post to.</summary>
    public InstancesClient Instances { get; }

    /// <summary>What agents work on, and the posting of what comes of it.</summary>
    public TasksClient Tasks { get; }

    /// <summary>Telling other programs what happens.</summary>
    public WebhooksClient Webhooks { get; }

    /// <summary>Closes the connections, unless they belong to an <see cref="HttpClient"/> that was given.</summary>
    public void Dispose() => _ownHttp?.Dispose();

    private static HttpClient CreateHttp() =>
        new(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                ConnectTimeout = TimeSpan.FromSeconds(15),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            }
        )
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
}
