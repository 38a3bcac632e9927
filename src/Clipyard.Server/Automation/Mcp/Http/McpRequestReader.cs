using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Clipyard.Server.Automation.Mcp.Http;

/// <summary>Reads a message of the protocol out of a request, or says what is wrong with it.</summary>
internal static class McpRequestReader
{
    private static readonly JsonTypeInfo<JsonRpcMessage> MessageType =
        McpJsonUtilities.DefaultOptions.GetTypeInfo<JsonRpcMessage>();

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <exception cref="McpFaultException">It is none.</exception>
    public static async Task<JsonRpcMessage> ReadAsync(HttpContext context, CancellationToken cancellationToken)
    {
        ThrowIfRefused(context.Request);
        JsonNode? node;
        try
        {
            node = await JsonNode.ParseAsync(context.Request.Body, null, Strict, cancellationToken);
        }
        catch (JsonException error)
        {
            throw new McpFaultException(McpErrorCode.ParseError, $"The body is no JSON: {error.Message}");
        }

        var message = Read(node);
        if (StandardHeaders.Mismatch(context.Request.Headers, message) is { } mismatch)
        {
            throw new McpFaultException(McpErrorCode.HeaderMismatch, mismatch, IdOf(node));
        }

        ThrowIfNoGreeting(message, node);
        message.Context = new JsonRpcMessageContext
        {
            User = context.User,
            ProtocolVersion = StandardHeaders.VersionOf(context.Request.Headers),
        };
        return message;
    }

    private static JsonRpcMessage Read(JsonNode? node)
    {
        try
        {
            return (node is JsonObject ? node.Deserialize(MessageType) : null) ?? throw NoMessage(node);
        }
        catch (JsonException)
        {
            throw NoMessage(node);
        }
    }

    private static McpFaultException NoMessage(JsonNode? node) =>
        new(
            McpErrorCode.InvalidRequest,
            node is JsonArray ? "Batches are not taken: send one message." : "The body is no JSON-RPC message.",
            IdOf(node)
        );

    // The transport reads this one itself, and takes for granted that it can be read.
    private static void ThrowIfNoGreeting(JsonRpcMessage message, JsonNode? node)
    {
        if (message is not JsonRpcRequest { Method: RequestMethods.Initialize } greeting)
        {
            return;
        }

        try
        {
            greeting.Params.Deserialize(McpJsonUtilities.DefaultOptions.GetTypeInfo<InitializeRequestParams>());
        }
        catch (JsonException)
        {
            throw new McpFaultException(
                McpErrorCode.InvalidParams,
                "These are no parameters of initialize.",
                IdOf(node)
            );
        }
    }

    private static void ThrowIfRefused(HttpRequest request)
    {
        if (!request.HasJsonContentType())
        {
            throw new McpFaultException(McpErrorCode.InvalidRequest, "Send Content-Type: application/json.")
            {
                Status = StatusCodes.Status415UnsupportedMediaType,
            };
        }

        if (!TakesEvents(request))
        {
            throw new McpFaultException(
                McpErrorCode.InvalidRequest,
                "Send Accept: application/json, text/event-stream."
            )
            {
                Status = StatusCodes.Status406NotAcceptable,
            };
        }
    }

    // Without a wish everything is taken.
    private static bool TakesEvents(HttpRequest request) =>
        request.Headers.Accept.Count == 0
        || request
            .GetTypedHeaders()
            .Accept.Any(type =>
                type.MatchesAllTypes
                || type.MediaType.Equals("text/event-stream", StringComparison.OrdinalIgnoreCase)
                || type.MediaType.Equals("text/*", StringComparison.OrdinalIgnoreCase)
            );

    private static JsonNode? IdOf(JsonNode? node) =>
        node is JsonObject request
        && request.TryGetPropertyValue("id", out var id)
        && id?.GetValueKind() is JsonValueKind.String or JsonValueKind.Number
            ? id
            : null;
}
