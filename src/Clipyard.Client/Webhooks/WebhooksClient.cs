using System.Text.Json.Serialization.Metadata;
using Clipyard.Client.Http;

namespace Clipyard.Client.Webhooks;

/// <summary>Has other programs told what happens, and shows what became of the messages.</summary>
/// <remarks>Making, changing, secrets and replays need a key with the scopes <c>read</c> and <c>admin</c>; looking, <c>read</c>.</remarks>
public sealed class WebhooksClient
{
    private const string Path = "api/webhooks";

    private readonly ServerConnection _connection;

    internal WebhooksClient(ServerConnection connection)
    {
        _connection = connection;
        Callbacks = new CallbacksClient(connection);
    }

    /// <summary>Calls to the <c>callback_url</c> of single posts.</summary>
    public CallbacksClient Callbacks { get; }

    /// <summary>The types of event that there are.</summary>
    public async Task<IReadOnlyList<WebhookEvent>> GetEventsAsync(CancellationToken cancellationToken = default)
    {
        var offered = await _connection.GetAsync(
            Path + "/events",
            "list webhook events",
            ClientJsonContext.Default.WebhookEventsPayload,
            cancellationToken
        );
        return offered.Events ?? [];
    }

    /// <summary>Makes one. The answer holds what its messages are signed with in <see cref="Webhook.Secret"/>.</summary>
    /// <exception cref="ServerException">
    /// <c>url_not_allowed</c>, <c>quota_exceeded</c>, <c>invalid_parameter</c>, <c>forbidden</c>.
    /// </exception>
    public Task<Webhook> CreateAsync(WebhookRequest request, CancellationToken cancellationToken = default) =>
        SendAsync(
            new ServerRequest(HttpMethod.Post, Path, "make webhook") { IdempotencyKey = ServerRequest.NewKey() }.With(
                request,
                ClientJsonContext.Default.WebhookRequest
            ),
            ClientJsonContext.Default.Webhook,
            cancellationToken
        );

    /// <summary>Shows one.</summary>
    /// <exception cref="ServerException"><c>not_found</c>.</exception>
    public Task<Webhook> GetAsync(string webhookId, CancellationToken cancellationToken = default) =>
        SendAsync(
            ServerRequest.Get(PathOf(webhookId), "get webhook"),
            ClientJsonContext.Default.Webhook,
            cancellationToken
        );

    /// <summary>Walks the webhooks, newest first, one request a page, until the caller stops.</summary>
    /// <param name="pageSize">How many to ask for at once, 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public IAsyncEnumerable<Webhook> ListAsync(int pageSize = 50, CancellationToken cancellationToken = default) =>
        _connection.WalkAsync(
            "list webhooks",
            cursor => QueryText.Of(Path, ("limit", QueryText.Number(pageSize)), ("cursor", cursor)),
            ClientJsonContext.Default.WebhookPage,
            page => (page.Webhooks, page.NextCursor),
            cancellationToken
        );

    /// <summary>Changes one, or switches it on or off.</summary>
    /// <exception cref="ServerException">
    /// <c>url_not_allowed</c>, <c>invalid_parameter</c>, <c>forbidden</c>, <c>not_found</c>; <c>conflict</c>: somebody else
    /// changes it now.
    /// </exception>
    public Task<Webhook> ChangeAsync(
        string webhookId,
        WebhookChange change,
        CancellationToken cancellationToken = default
    ) =>
        SendAsync(
            new ServerRequest(HttpMethod.Patch, PathOf(webhookId), "change webhook").With(
                change,
                ClientJsonContext.Default.WebhookChange
            ),
            ClientJsonContext.Default.Webhook,
            cancellationToken
        );

    /// <summary>Removes one with its deliveries, those that wait included.</summary>
    /// <exception cref="ServerException"><c>not_found</c>, <c>forbidden</c>.</exception>
    public Task RemoveAsync(string webhookId, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(
            new ServerRequest(HttpMethod.Delete, PathOf(webhookId), "remove webhook"),
            cancellationToken
        );

    /// <summary>Gives one a new secret. For 24 hours the old one signs beside it, so that receivers can be changed without a gap.</summary>
    /// <exception cref="ServerException"><c>not_found</c>, <c>forbidden</c>; <c>conflict</c>: somebody else does it now.</exception>
    public Task<SigningSecret> RotateSecretAsync(string webhookId, CancellationToken cancellationToken = default) =>
        SendAsync(
            new ServerRequest(HttpMethod.Post, $"{PathOf(webhookId)}/rotate-secret", "rotate secret")
            {
                IdempotencyKey = ServerRequest.NewKey(),
            },
            ClientJsonContext.Default.SigningSecret,
            cancellationToken
        );

    /// <summary>Sends one a <c>webhook.test</c>, whatever it listens to.</summary>
    /// <exception cref="ServerException"><c>not_found</c>, <c>forbidden</c>; <c>conflict</c>: it is switched off.</exception>
    public Task<WebhookDelivery> TestAsync(string webhookId, CancellationToken cancellationToken = default) =>
        SendAsync(
            new ServerRequest(HttpMethod.Post, $"{PathOf(webhookId)}/test", "test webhook")
            {
                IdempotencyKey = ServerRequest.NewKey(),
            },
            ClientJsonContext.Default.WebhookDelivery,
            cancellationToken
        );

    /// <summary>Walks what one was sent, newest first, one request a page, until the caller stops. Kept for 30 days.</summary>
    /// <param name="webhookId">Which.</param>
    /// <param name="state">Only those in this state; null for all.</param>
    /// <param name="pageSize">How many to ask for at once, 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ServerException"><c>not_found</c>.</exception>
    public IAsyncEnumerable<WebhookDelivery> GetDeliveriesAsync(
        string webhookId,
        DeliveryState? state = null,
        int pageSize = 100,
        CancellationToken cancellationToken = default
    ) =>
        DeliveryPages.WalkAsync(
            _connection,
            cursor =>
                QueryText.Of(
                    $"{PathOf(webhookId)}/deliveries",
                    ("state", QueryText.Word(state)),
                    ("limit", QueryText.Number(pageSize)),
                    ("cursor", cursor)
                ),
            cancellationToken
        );

    /// <summary>Sends a message again, received or not: the same bytes under the same <see cref="WebhookDelivery.MessageId"/>.</summary>
    /// <exception cref="ServerException"><c>not_found</c>, <c>forbidden</c>; <c>conflict</c>: the webhook is switched off.</exception>
    public Task<WebhookDelivery> ReplayAsync(
        string webhookId,
        string deliveryId,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(deliveryId);
        var path = $"{PathOf(webhookId)}/deliveries/{Uri.EscapeDataString(deliveryId)}/replay";
        return SendAsync(
            new ServerRequest(HttpMethod.Post, path, "replay delivery") { IdempotencyKey = ServerRequest.NewKey() },
            ClientJsonContext.Default.WebhookDelivery,
            cancellationToken
        );
    }

    /// <summary>Sends again all that failed for good since an instant, such as while the webhook was switched off.</summary>
    /// <returns>How many messages that is.</returns>
    /// <exception cref="ServerException"><c>not_found</c>, <c>forbidden</c>; <c>conflict</c>: the webhook is switched off.</exception>
    public async Task<int> ReplayFailedAsync(
        string webhookId,
        DateTimeOffset since,
        CancellationToken cancellationToken = default
    )
    {
        var replay = await SendAsync(
            new ServerRequest(HttpMethod.Post, $"{PathOf(webhookId)}/replay", "replay deliveries")
            {
                IdempotencyKey = ServerRequest.NewKey(),
            }.With(new ReplayPayload { Since = since }, ClientJsonContext.Default.ReplayPayload),
            ClientJsonContext.Default.ReplayPayload,
            cancellationToken
        );
        return replay.Replayed ?? 0;
    }

    private static string PathOf(string webhookId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(webhookId);
        return $"{Path}/{Uri.EscapeDataString(webhookId)}";
    }

    private Task<T> SendAsync<T>(ServerRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        _connection.SendAsync(request, type, cancellationToken);
}
