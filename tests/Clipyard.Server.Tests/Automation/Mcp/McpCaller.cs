using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Clipyard.Server.Tests.Automation.Mcp;

/// <summary>The official client of the protocol against a server's <c>/mcp</c>.</summary>
internal sealed class McpCaller : IAsyncDisposable
{
    private readonly HttpClient _http;

    private McpCaller(HttpClient http, McpClient client)
    {
        _http = http;
        Client = client;
    }

    public McpClient Client { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Connects; with the first administrator's key unless another one is given.</summary>
    public static async Task<McpCaller> ConnectAsync(ServerHost host, string? key = null, string? version = null)
    {
        var http = host.CreateClient(key ?? host.Key);
        var transport = new HttpClientTransport(
            new HttpClientTransportOptions
            {
                Endpoint = new Uri(host.Server.Address, "mcp"),
                TransportMode = HttpTransportMode.StreamableHttp,
            },
            http,
            ownsHttpClient: false
        );
        try
        {
            var options = new McpClientOptions { ProtocolVersion = version };
            return new McpCaller(http, await McpClient.CreateAsync(transport, options, cancellationToken: Stop));
        }
        catch
        {
            http.Dispose();
            throw;
        }
    }

    /// <summary>Connects with a new key of these scopes.</summary>
    public static async Task<McpCaller> WithScopesAsync(ServerHost host, params string[] scopes)
    {
        var made = await host.PostAsync("/api/keys", new { name = "mcp", scopes });
        return await ConnectAsync(host, made["key"].GetString());
    }

    public async Task<CallToolResult> TryAsync(string tool, object? arguments = null) =>
        await Client.CallToolAsync(tool, Members(arguments), cancellationToken: Stop);

    /// <summary>What a tool answers.</summary>
    public async Task<JsonElement> CallAsync(string tool, object? arguments = null)
    {
        var result = await TryAsync(tool, arguments);
        result.IsError.ShouldNotBe(true, TextOf(result));
        return StructuredOf(result);
    }

    /// <summary>What a tool refuses.</summary>
    public async Task<JsonElement> FailAsync(string tool, object? arguments = null)
    {
        var result = await TryAsync(tool, arguments);
        result.IsError.ShouldBe(true, TextOf(result));
        return StructuredOf(result);
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        _http.Dispose();
    }

    private static string TextOf(CallToolResult result) => result.Content.OfType<TextContentBlock>().Single().Text;

    // The text says the same: clients that know nothing newer read that.
    private static JsonElement StructuredOf(CallToolResult result)
    {
        var structured = result.StructuredContent.ShouldNotBeNull();
        JsonElement.DeepEquals(JsonElement.Parse(TextOf(result)), structured).ShouldBeTrue();
        return structured;
    }

    private static Dictionary<string, object?> Members(object? arguments) =>
        arguments is null
            ? []
            : JsonSerializer
                .SerializeToElement(arguments)
                .EnumerateObject()
                .ToDictionary(member => member.Name, object? (member) => member.Value, StringComparer.Ordinal);
}
