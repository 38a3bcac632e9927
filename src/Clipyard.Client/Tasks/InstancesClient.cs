using Clipyard.Client.Http;

namespace Clipyard.Client.Tasks;

/// <summary>Instances: what works on tasks, and which accounts it may post to.</summary>
public sealed class InstancesClient
{
    private readonly ServerConnection _connection;

    internal InstancesClient(ServerConnection connection) => _connection = connection;

    /// <summary>Makes one.</summary>
    /// <exception cref="ServerException"><c>not_found</c>: an account; <c>invalid_parameter</c>.</exception>
    public Task<Instance> CreateAsync(InstanceRequest request, CancellationToken cancellationToken = default) =>
        SendAsync(
            new ServerRequest(HttpMethod.Post, "api/v1/instances", "create instance")
            {
                IdempotencyKey = ServerRequest.NewKey(),
            }.With(request, ClientJsonContext.Default.InstanceRequest),
            cancellationToken
        );

    /// <summary>Shows one.</summary>
    /// <exception cref="ServerException"><c>not_found</c>.</exception>
    public Task<Instance> GetAsync(string instanceId, CancellationToken cancellationToken = default) =>
        SendAsync(ServerRequest.Get(PathOf(instanceId), "get instance"), cancellationToken);

    /// <summary>Walks the instances, newest first, one request a page, until the caller stops.</summary>
    /// <param name="pageSize">How many to ask for at once, 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public IAsyncEnumerable<Instance> ListAsync(int pageSize = 50, CancellationToken cancellationToken = default) =>
        _connection.WalkAsync(
            "list instances",
            cursor => QueryText.Of("api/v1/instances", ("limit", QueryText.Number(pageSize)), ("cursor", cursor)),
            ClientJsonContext.Default.InstancePage,
            page => (page.Instances, page.NextCursor),
            cancellationToken
        );

    /// <summary>Changes one.</summary>
    /// <exception cref="ServerException"><c>not_found</c>, <c>invalid_parameter</c>, <c>conflict</c>.</exception>
    public Task<Instance> ChangeAsync(
        string instanceId,
        InstanceChange change,
        CancellationToken cancellationToken = default
    ) =>
        SendAsync(
            new ServerRequest(HttpMethod.Patch, PathOf(instanceId), "change instance").With(
                change,
                ClientJsonContext.Default.InstanceChange
            ),
            cancellationToken
        );

    /// <summary>Deletes one with all its tasks. Posts that have ended stay.</summary>
    /// <param name="instanceId">Which.</param>
    /// <param name="cancelPosts">Whether posts that are under way are cancelled first.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <exception cref="ServerException"><c>post_in_progress</c>, <c>not_cancellable</c>, <c>not_found</c>.</exception>
    public Task RemoveAsync(
        string instanceId,
        bool cancelPosts = false,
        CancellationToken cancellationToken = default
    ) =>
        _connection.SendAsync(
            new ServerRequest(
                HttpMethod.Delete,
                QueryText.Of(PathOf(instanceId), ("cancel_post", cancelPosts ? "true" : null)),
                "remove instance"
            ),
            cancellationToken
        );

    internal static string PathOf(string instanceId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(instanceId);
        return $"api/v1/instances/{Uri.EscapeDataString(instanceId)}";
    }

    private Task<Instance> SendAsync(ServerRequest request, CancellationToken cancellationToken) =>
        _connection.SendAsync(request, ClientJsonContext.Default.Instance, cancellationToken);
}
