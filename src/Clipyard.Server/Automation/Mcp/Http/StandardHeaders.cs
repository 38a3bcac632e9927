using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Clipyard.Server.Api.Problems;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol.Protocol;

namespace Clipyard.Server.Automation.Mcp.Http;

/// <summary>The headers that repeat what a message says, so that whatever stands between need not read bodies.</summary>
/// <remarks>
/// Demanded since 2026-07-28. One that says something else than the body would let a call slip past such a gate.
/// </remarks>
internal static class StandardHeaders
{
    private const string Version = "MCP-Protocol-Version";
    private const string Method = "Mcp-Method";
    private const string Name = "Mcp-Name";
    private const string FirstDemanding = "2026-07-28";
    private const string Encoded = "=?base64?";

    /// <summary>The version of the protocol that a request says; null when it says none.</summary>
    public static string? VersionOf(IHeaderDictionary headers) =>
        headers[Version].ToString() is { Length: > 0 } version ? version : null;

    /// <summary>What is wrong with them; null when nothing is.</summary>
    public static string? Mismatch(IHeaderDictionary headers, JsonRpcMessage message)
    {
        var (method, parameters) = message switch
        {
            JsonRpcRequest request => (request.Method, request.Params),
            JsonRpcNotification notification => (notification.Method, notification.Params),
            _ => (null, null),
        };
        if (method is null || string.CompareOrdinal(VersionOf(headers), FirstDemanding) < 0)
        {
            return null;
        }

        return Mismatch(headers, Method, method)
            ?? (NameIn(method, parameters) is { } name ? Mismatch(headers, Name, name) : null);
    }

    private static string? Mismatch(IHeaderDictionary headers, string header, string expected)
    {
        if (!headers.TryGetValue(header, out var given))
        {
            return $"The header {header} is missing.";
        }

        return Decode(given.ToString()) == expected
            ? null
            : $"The header {header} says '{Shown.Short(given.ToString())}', the body something else.";
    }

    private static string? NameIn(string method, JsonNode? parameters)
    {
        var member = method switch
        {
            RequestMethods.ToolsCall or RequestMethods.PromptsGet => "name",
            RequestMethods.ResourcesRead => "uri",
            _ => null,
        };
        return
            member is not null
            && parameters is JsonObject named
            && named[member]?.GetValueKind() == JsonValueKind.String
            ? named[member]?.GetValue<string>()
            : null;
    }

    private static string? Decode(string value)
    {
        if (!value.StartsWith(Encoded, StringComparison.Ordinal) || !value.EndsWith("?=", StringComparison.Ordinal))
        {
            return value;
        }

        var bytes = new byte[value.Length];
        return
            value.Length >= Encoded.Length + 2
            && Convert.TryFromBase64String(value[Encoded.Length..^2], bytes, out var count)
            ? Encoding.UTF8.GetString(bytes.AsSpan(0, count))
            : null;
    }
}
