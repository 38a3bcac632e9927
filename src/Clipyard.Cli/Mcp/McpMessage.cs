using System.Text.Json;

namespace Clipyard.Cli.Mcp;

/// <summary>A message of the protocol, as far as whoever passes it on must know it.</summary>
internal sealed record McpMessage
{
    private const string VersionMember = "io.modelcontextprotocol/protocolVersion";

    /// <summary>As it came, on one line.</summary>
    public required string Text { get; init; }

    /// <summary>The request's id as JSON; null without one that counts.</summary>
    public string? Id { get; init; }

    /// <summary>What is asked or told; null in an answer.</summary>
    public string? Method { get; init; }

    /// <summary>The tool, prompt or resource that is asked for.</summary>
    public string? Name { get; init; }

    /// <summary>The protocol's version, where the message itself says it.</summary>
    public string? Version { get; init; }

    /// <summary>The version that an answer to <c>initialize</c> settles on.</summary>
    public string? SettledVersion { get; init; }

    /// <summary>The id of the request that nobody wants answered any more, as JSON.</summary>
    public string? CancelledId { get; init; }

    public bool IsRequest => Id is not null && Method is not null;

    public bool IsAnswer => Id is not null && Method is null;

    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="FormatException">It is JSON, but no message.</exception>
    public static McpMessage Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("A message is one JSON object on one line.");
        }

        var method = TextOf(root, "method");
        var parameters = Member(root, "params");
        return new McpMessage
        {
            Text = text.AsSpan().ContainsAny('\n', '\r')
                ? JsonSerializer.Serialize(root, McpJson.Default.JsonElement)
                : text,
            Id = IdOf(root, "id"),
            Method = method,
            Name = TextOf(parameters, method == "resources/read" ? "uri" : "name"),
            Version = TextOf(Member(parameters, "_meta"), VersionMember),
            SettledVersion = TextOf(Member(root, "result"), "protocolVersion"),
            CancelledId = method == "notifications/cancelled" ? IdOf(parameters, "requestId") : null,
        };
    }

    private static string? IdOf(JsonElement of, string name) =>
        Member(of, name) is { ValueKind: JsonValueKind.String or JsonValueKind.Number } id ? id.GetRawText() : null;

    private static string? TextOf(JsonElement of, string name) =>
        Member(of, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static JsonElement Member(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var member) ? member : default;
}
