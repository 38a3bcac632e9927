using System.Net.Http.Headers;
using System.Text.Json;

namespace Clipyard.Server.Tests.Automation.Mcp;

/// <summary>The protocol by hand: also what no client would send.</summary>
internal static class McpWire
{
    public const string Accept = "application/json, text/event-stream";

    public const string Ping = """{"jsonrpc": "2.0", "id": 7, "method": "ping"}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Sends a body as it is.</summary>
    public static Task<JsonAnswer> PostAsync(
        ServerHost host,
        string body,
        params (string Name, string? Value)[] headers
    ) => PostAsync(host, body, host.Key, headers);

    /// <summary>Sends a body as it is; a header without a value is left out.</summary>
    public static async Task<JsonAnswer> PostAsync(
        ServerHost host,
        string body,
        string? key,
        params (string Name, string? Value)[] headers
    )
    {
        using var client = host.CreateClient(key);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp");
        request.Content = new StringContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TryAddWithoutValidation("Accept", Accept);
        foreach (var (name, value) in headers)
        {
            request.Headers.Remove(name.StartsWith("Content", StringComparison.Ordinal) ? "X-None" : name);
            if (name == "Content-Type")
            {
                request.Content.Headers.ContentType = value is null ? null : MediaTypeHeaderValue.Parse(value);
            }
            else if (value is not null)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        using var response = await client.SendAsync(request, Stop);
        return await JsonAnswer.ReadAsync(response, Stop);
    }

    /// <summary>The message in an answer, whether it came as an event or as it is.</summary>
    public static JsonElement MessageOf(JsonAnswer answer)
    {
        if (answer.Json.ValueKind == JsonValueKind.Object)
        {
            return answer.Json;
        }

        var data = answer.Text.Split('\n').Single(line => line.StartsWith("data: ", StringComparison.Ordinal));
        return JsonElement.Parse(data["data: ".Length..]);
    }
}
