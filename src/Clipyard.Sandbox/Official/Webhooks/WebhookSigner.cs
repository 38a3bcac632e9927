using System.Security.Cryptography;
using System.Text;

namespace Clipyard.Sandbox.Official.Webhooks;

/// <summary>The header that proves where a webhook comes from.</summary>
internal static class WebhookSigner
{
    public const string Header = "TikTok-Signature";

    public static string Sign(string clientSecret, DateTimeOffset time, string body)
    {
        var seconds = time.ToUnixTimeSeconds();
        var mark = HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(clientSecret),
            Encoding.UTF8.GetBytes($"{seconds}.{body}")
        );
        return $"t={seconds},s={Convert.ToHexStringLower(mark)}";
    }
}
