using Clipyard.Client.Http;

namespace Clipyard.Client.Media;

/// <summary>Fetches kept files.</summary>
public sealed class MediaClient
{
    private readonly ServerConnection _connection;

    internal MediaClient(ServerConnection connection) => _connection = connection;

    /// <summary>Opens a kept file for reading. The key is not sent: the address is its own proof.</summary>
    /// <param name="localPath">
    /// A <c>local_path</c> as the server answered with it. Signed ones end (<c>local_path_expires_at</c>): ask for the
    /// list again, then.
    /// </param>
    /// <param name="cancellationToken">Stops the opening; reading has its own.</param>
    /// <returns>The bytes as they come, to be disposed. Reading throws <c>network_error</c> when they stop coming.</returns>
    /// <exception cref="ServerException">The address has ended or was changed, or there is no such file.</exception>
    public async Task<Stream> OpenAsync(string localPath, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(localPath);
        var request = ServerRequest.Get(localPath, "open media") with { SendsKey = false };
        var response = await _connection.OpenAsync(request, cancellationToken);
        return await IdleTimeoutStream.OpenAsync(response, _connection.Options, cancellationToken);
    }
}
