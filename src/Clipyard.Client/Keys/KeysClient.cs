using Clipyard.Client.Http;

namespace Clipyard.Client.Keys;

/// <summary>Makes and revokes the caller's API keys.</summary>
public sealed class KeysClient
{
    private const string Path = "api/keys";

    private readonly ServerConnection _connection;

    internal KeysClient(ServerConnection connection) => _connection = connection;

    /// <summary>All keys, newest first, revoked and expired ones too.</summary>
    public async Task<IReadOnlyList<ApiKey>> ListAsync(CancellationToken cancellationToken = default)
    {
        var page = await _connection.GetAsync(Path, "list keys", ClientJsonContext.Default.KeyPage, cancellationToken);
        return page.Keys ?? [];
    }

    /// <summary>Makes a key. The answer holds it in <see cref="ApiKey.Key"/>, this once. Never repeated by itself.</summary>
    /// <exception cref="ServerException"><c>forbidden</c>: more than the key in use may do; <c>invalid_parameter</c>.</exception>
    public Task<ApiKey> CreateAsync(ApiKeyRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _connection.SendAsync(
            new ServerRequest(HttpMethod.Post, Path, "make key").With(request, ClientJsonContext.Default.ApiKeyRequest),
            ClientJsonContext.Default.ApiKey,
            cancellationToken
        );
    }

    /// <summary>Takes a key back; it stops working at once.</summary>
    /// <exception cref="ServerException"><c>not_found</c>.</exception>
    public Task RevokeAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return _connection.SendAsync(
            new ServerRequest(HttpMethod.Delete, $"{Path}/{Uri.EscapeDataString(id)}", "revoke key"),
            cancellationToken
        );
    }
}
