using System.Net.Http.Headers;
using System.Text;
using Clipyard.Server.Tests.Publishing.Requests;

namespace Clipyard.Server.Tests.Automation.N8n;

/// <summary>Calls as a workflow sends them: an address, a key, a text of JSON.</summary>
internal static class WorkflowCall
{
    public const string Video = "https://example.com/video.mp4";

    /// <summary>The two addresses that take a video's address: both do the same.</summary>
    public static TheoryData<string> Routes => ["/api/posts/video", "/webhook/n8n/video-upload"];

    /// <summary>Sends a body just as it is written.</summary>
    public static async Task<JsonAnswer> SendAsync(
        this PostHost host,
        string route,
        string body,
        string? key = null,
        string? idempotencyKey = null
    )
    {
        using var client = host.Server.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, route);
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key ?? host.Server.Key);
        if (idempotencyKey is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return await JsonAnswer.ReadAsync(response, TestContext.Current.CancellationToken);
    }
}
