using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Clipyard.Server.Tests.Automation.Webhooks;

/// <summary>A message as it came, and what a receiver makes of it.</summary>
internal sealed record ReceivedMessage(
    string Method,
    string Path,
    IReadOnlyDictionary<string, string> Headers,
    string Body
)
{
    public string Id => Headers["webhook-id"];

    public JsonElement Json => JsonElement.Parse(Body);

    public string? Type => Json.GetProperty("type").GetString();

    /// <summary>Checks the signature as a receiver of Standard Webhooks does, independently of how it was made.</summary>
    public bool IsSignedWith(string? secret)
    {
        var key = Convert.FromBase64String(secret.ShouldNotBeNull()["whsec_".Length..]);
        key.Length.ShouldBeInRange(24, 64);
        var signed = $"{Headers["webhook-id"]}.{Headers["webhook-timestamp"]}.{Body}";
        using var hmac = new HMACSHA256(key);
        var expected = "v1," + Convert.ToBase64String(hmac.ComputeHash(Encoding.UTF8.GetBytes(signed)));
        return Headers["webhook-signature"].Split(' ').Contains(expected);
    }
}
