using System.Runtime.CompilerServices;
using System.Text.Json;
using Clipyard.Client.Http;

namespace Clipyard.Client.Webhooks;

/// <summary>Walks lists of deliveries.</summary>
internal static class DeliveryPages
{
    /// <param name="connection">Where to ask.</param>
    /// <param name="pathOf">The path of the page behind a cursor; of the first behind null.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async IAsyncEnumerable<WebhookDelivery> WalkAsync(
        ServerConnection connection,
        Func<string?, string> pathOf,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        string? cursor = null;
        do
        {
            var page = await connection.GetAsync(
                pathOf(cursor),
                "list deliveries",
                ClientJsonContext.Default.DeliveryPage,
                cancellationToken
            );
            foreach (var delivery in page.Deliveries ?? [])
            {
                yield return delivery;
            }

            cursor = page.NextCursor;
        } while (cursor is not null);
    }

    public static string? NameOf(DeliveryState? state) =>
        state is null ? null : JsonNamingPolicy.SnakeCaseLower.ConvertName($"{state}");
}
