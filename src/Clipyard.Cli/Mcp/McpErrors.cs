using System.Text.Json.Nodes;
using Clipyard.Failures;

namespace Clipyard.Cli.Mcp;

/// <summary>Answers that no server gave.</summary>
internal static class McpErrors
{
    private const int ServerError = -32000;

    /// <summary>The request came to nothing on its way.</summary>
    /// <param name="id">The request's id, as JSON.</param>
    /// <param name="failure">Why.</param>
    public static string Of(string id, ClipyardException failure) =>
        Of(
            JsonNode.Parse(id),
            ServerError,
            failure.Message,
            new JsonObject
            {
                ["code"] = failure.Code,
                ["message"] = failure.Message,
                ["remedy"] = failure.Remedies.Count > 0 ? failure.Remedies[0] : failure.Failure.Remedy,
            }
        );

    /// <summary>The line is no message; whose it was nobody can say.</summary>
    public static string Of(int code, string message) => Of(id: null, code, message, data: null);

    private static string Of(JsonNode? id, int code, string message, JsonObject? data)
    {
        var error = new JsonObject { ["code"] = code, ["message"] = message };
        if (data is not null)
        {
            error["data"] = data;
        }

        return new JsonObject
        {
            ["jsonrpc"] = "2.0",
            ["id"] = id,
            ["error"] = error,
        }.ToJsonString();
    }
}
