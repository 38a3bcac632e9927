using Clipyard.Client.Http;

namespace Clipyard.Client.Webhooks;

/// <summary>Calls to the <c>callback_url</c> of single posts: what they are signed with, and what became of them.</summary>
public sealed class CallbacksClient
{
    private const string Secret = "api/webhooks/callback-secret";
    private const string Path = "api/webhooks/callbacks";

    private readonly ServerConnection _connection;

    internal CallbacksClient(ServerConnection connection) => _connection = connection;

    /// <summary>What all of the owner's callbacks are signed with; made when it is needed first.</summary>
    /// <exception cref="ServerException"><c>forbidden</c>.</exception>
    public Task<SigningSecret> GetSecretAsync(CancellationToken cancellationToken = default) =>
        _connection.GetAsync(Secret, "get callback secret", ClientJsonContext.Default.SigningSecret, cancellationToken);

    /// <summary>Gives the callbacks a new secret. For 24 hours the old one signs beside it.</summary>
    /// <exception cref="ServerException"><c>forbidden</c>; <c>conflict</c>: somebody else does it now.</exception>
    public Task<SigningSecret> RotateSecretAsync(CancellationToken cancellationToken = default) =>
        _connection.SendAsync(
            new ServerRequest(HttpMethod.Post, Secret + "/rotate", "rotate callback secret")
            {
                IdempotencyKey = ServerRequest.NewKey(),
            },
            ClientJsonContext.Default.SigningSecret,
            cancellationToken
        );

    /// <summary>Walks the calls, newest first, one request a page, until the caller stops. Kept for 30 days.</summary>
    /// <param name="postId">Only this post's; null for all.</param>
    /// <param name="state">Only those in this state; null for all.</param>
    /// <param name="pageSize">How many to ask for at once, 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public IAsyncEnumerable<WebhookDelivery> ListAsync(
        string? postId = null,
        DeliveryState? state = null,
        int pageSize = 100,
        CancellationToken cancellationToken = default
    ) =>
        DeliveryPages.WalkAsync(
            _connection,
            cursor =>
                QueryText.Of(
                    Path,
                    ("post_id", postId),
                    ("state", QueryText.Word(state)),
                    ("limit", QueryText.Number(pageSize)),
                    ("cursor", cursor)
                ),
            cancellationToken
        );

    /// <summary>Calls again, received or not: the same bytes under the same <see cref="WebhookDelivery.MessageId"/>.</summary>
    /// <exception cref="ServerException"><c>not_found</c>, <c>forbidden</c>.</exception>
    public Task<WebhookDelivery> ReplayAsync(string deliveryId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(deliveryId);
        return _connection.SendAsync(
            new ServerRequest(HttpMethod.Post, $"{Path}/{Uri.EscapeDataString(deliveryId)}/replay", "replay callback")
            {
                IdempotencyKey = ServerRequest.NewKey(),
            },
            ClientJsonContext.Default.WebhookDelivery,
            cancellationToken
        );
    }
}
