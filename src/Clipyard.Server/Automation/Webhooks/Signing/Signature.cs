using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Clipyard.Server.Automation.Webhooks.Signing;

/// <summary>The headers by which a receiver knows who sends, as Standard Webhooks has them.</summary>
internal static class Signature
{
    public const string IdHeader = "webhook-id";
    public const string TimestampHeader = "webhook-timestamp";
    public const string SignatureHeader = "webhook-signature";

    /// <summary>The headers of a message.</summary>
    /// <param name="messageId">The same however often it is sent.</param>
    /// <param name="sentAt">Now.</param>
    /// <param name="body">As it is sent, byte for byte.</param>
    /// <param name="secrets">Each makes a signature; receivers take any.</param>
    public static IReadOnlyDictionary<string, string> Headers(
        string messageId,
        DateTimeOffset sentAt,
        string body,
        IEnumerable<string> secrets
    )
    {
        var timestamp = sentAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signed = Encoding.UTF8.GetBytes($"{messageId}.{timestamp}.{body}");
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [IdHeader] = messageId,
            [TimestampHeader] = timestamp,
            [SignatureHeader] = string.Join(' ', secrets.Select(secret => Of(signed, secret))),
        };
    }

    private static string Of(byte[] signed, string secret) =>
        "v1," + Convert.ToBase64String(HMACSHA256.HashData(SecretText.KeyOf(secret), signed));
}
