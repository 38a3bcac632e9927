using Clipyard.Client.Http;

namespace Clipyard.Client.Webhooks;

/// <summary>Walks lists of deliveries.</summary>
internal static class DeliveryPages
{
    /// <param name="connection">Where to ask.</param>
    /// <param name="pathOf">The path of the page behind a cursor; of the first behind null.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static IAsyncEnumerable<WebhookDelivery> WalkAsync(
        ServerConnection connection,
        Func<string?, string> pathOf,
        CancellationToken cancellationToken
    ) =>
        connection.WalkAsync(
            "list deliveries",
            cursor => pathOf(cursor),
            ClientJsonContext.Default.DeliveryPage,
            page => (page.Deliveries, page.NextCursor),
            cancellationToken
        );
}
