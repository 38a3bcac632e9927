using System.Security.Cryptography;
using System.Text;

namespace Clipyard.Server.Automation.Webhooks.Delivering;

/// <summary>Which lane sends what. A receiver that is slow keeps only its own lane waiting.</summary>
internal static class DeliveryLanes
{
    public const string Prefix = "deliver:";

    private const int HashBytes = 8;

    /// <summary>One per webhook.</summary>
    public static string OfWebhook(Guid webhookId) => Prefix + webhookId.ToString("N");

    /// <summary>One per owner and origin of their callbacks. The address itself may be a secret.</summary>
    public static string OfCallback(Guid ownerId, Uri address)
    {
        var origin = Encoding.UTF8.GetBytes(address.GetLeftPart(UriPartial.Authority));
        return $"{Prefix}{ownerId:N}-{Convert.ToHexStringLower(SHA256.HashData(origin).AsSpan(0, HashBytes))}";
    }
}
