using Clipyard.Client.Http;

namespace Clipyard.Client.Publishing;

/// <summary>Publishing as a whole, for administrators: a key with the scope <c>admin</c>.</summary>
public sealed class PublishingClient
{
    private const string Path = "api/publishing";

    private readonly ServerConnection _connection;

    internal PublishingClient(ServerConnection connection) => _connection = connection;

    /// <summary>Whether posts go out, and which have not come to rest.</summary>
    /// <exception cref="ServerException"><c>forbidden</c>.</exception>
    public Task<PublishingState> GetAsync(CancellationToken cancellationToken = default) =>
        _connection.GetAsync(Path, "show publishing", ClientJsonContext.Default.PublishingState, cancellationToken);

    /// <summary>Lets posts and messages go out again. Doing it twice changes nothing.</summary>
    /// <exception cref="ServerException"><c>forbidden</c>.</exception>
    public Task<PublishingState> ResumeAsync(CancellationToken cancellationToken = default) =>
        _connection.SendAsync(
            new ServerRequest(HttpMethod.Post, Path + "/resume", "resume publishing"),
            ClientJsonContext.Default.PublishingState,
            cancellationToken
        );
}
