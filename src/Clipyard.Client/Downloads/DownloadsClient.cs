using Clipyard.Client.Http;
using Clipyard.Client.Jobs;

namespace Clipyard.Client.Downloads;

/// <summary>Fetches posts by their addresses and keeps them.</summary>
public sealed class DownloadsClient
{
    private readonly ServerConnection _connection;

    internal DownloadsClient(ServerConnection connection) => _connection = connection;

    /// <summary>Asks for posts and answers at once; <see cref="JobsClient.WaitAsync"/> follows the work.</summary>
    /// <exception cref="ServerException">
    /// <c>unsupported_url</c>, <c>foreign_url</c>, <c>invalid_parameter</c>: naming the address or the value;
    /// <c>student_not_linked</c>.
    /// </exception>
    public Task<AcceptedJob> StartAsync(DownloadsRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var post = new ServerRequest(HttpMethod.Post, "api/v1/downloads", "start downloads")
        {
            IdempotencyKey = ServerRequest.NewKey(),
            Prefer = "respond-async",
        };
        return _connection.SendAsync(
            post.With(request, ClientJsonContext.Default.DownloadsRequest),
            ClientJsonContext.Default.AcceptedJob,
            cancellationToken
        );
    }
}
