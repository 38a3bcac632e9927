using System.Security.Cryptography;
using System.Text;
using Clipyard.Server.Jobs;

namespace Clipyard.Server.Automation.Webhooks.Delivering;

/// <summary>
/// Which lane sends what. A receiver that is slow keeps only its own lane waiting, and an owner only some places: the name
/// begins with a sign of theirs.
/// </summary>
internal static class DeliveryLanes
{
    public const string Prefix = "deliver:";

    private const int SignBytes = 8;
    private const int CallbackLanes = 4;

    /// <summary>One per webhook.</summary>
    public static string OfWebhook(Guid ownerId, Guid webhookId) => $"{Of(ownerId)}{webhookId:N}";

    /// <summary>One of a few per owner, by the callbacks' origin: anybody may name as many origins as they like.</summary>
    public static string OfCallback(Guid ownerId, Uri address)
    {
        var origin = Encoding.UTF8.GetBytes(address.GetLeftPart(UriPartial.Authority));
        return $"{Of(ownerId)}callbacks{SHA256.HashData(origin)[0] % CallbackLanes}";
    }

    private static string Of(Guid ownerId) =>
        $"{Prefix}{Convert.ToHexStringLower(SHA256.HashData(ownerId.ToByteArray()).AsSpan(0, SignBytes))}{LaneKind.OwnersEnd}";
}
