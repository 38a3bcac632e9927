using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol;

namespace Clipyard.Server.Automation.Mcp.Http;

/// <summary>A request that is none of the protocol: refused in the words of JSON-RPC.</summary>
internal sealed class McpFaultException(McpErrorCode code, string message, JsonNode? id = null) : Exception(message)
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; init; } = StatusCodes.Status400BadRequest;

    /// <summary>Answers it.</summary>
    public Task WriteAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        var answer = new JsonObject
        {
            ["jsonrpc"] = "2.0",
            ["id"] = id?.DeepClone(),
            ["error"] = new JsonObject { ["code"] = (int)code, ["message"] = Message },
        };
        response.StatusCode = Status;
        response.ContentType = "application/json";
        response.Headers.CacheControl = "no-store";
        return response.WriteAsync(answer.ToJsonString(), cancellationToken);
    }
}
