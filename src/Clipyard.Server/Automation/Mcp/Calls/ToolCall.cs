using System.Security.Claims;
using System.Text.Json;

namespace Clipyard.Server.Automation.Mcp.Calls;

/// <summary>Who calls a tool, and with what.</summary>
/// <param name="Tool">Its name.</param>
/// <param name="Caller">A key, with its scopes.</param>
/// <param name="Arguments">As they were understood: the same for two calls that mean the same.</param>
internal sealed record ToolCall(string Tool, ClaimsPrincipal Caller, JsonElement Arguments);
