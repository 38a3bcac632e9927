using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Clipyard.Sandbox.Official.Apps;

namespace Clipyard.Server.Tests.Publishing;

/// <summary>Sends webhooks as TikTok does.</summary>
internal static class TikTokWebhook
{
    public static async Task<HttpStatusCode> SendAsync(
        PublishingHost host,
        string name,
        string publishId,
        string? postId,
        string secret = DemoApps.AuditedSecret
    )
    {
        var now = host.Clock.GetUtcNow().ToUnixTimeSeconds();
        var content = JsonSerializer.Serialize(
            new
            {
                publish_id = publishId,
                publish_type = "DIRECT_PUBLISH",
                post_id = postId,
            }
        );
        var body = JsonSerializer.Serialize(
            new
            {
                client_key = DemoApps.AuditedKey,
                @event = name,
                create_time = now,
                user_openid = "somebody",
                content,
            }
        );
        var signed = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{now}.{body}"));
        using var client = host.Host.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhook/tiktok");
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.Add("TikTok-Signature", $"t={now},s={Convert.ToHexStringLower(signed)}");
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
