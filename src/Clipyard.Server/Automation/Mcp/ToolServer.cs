using Microsoft.Extensions.Logging;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Clipyard.Server.Automation.Mcp;

/// <summary>Makes a protocol server for each request: no request knows of an earlier one.</summary>
/// <remarks>
/// Without sessions any node answers any request, nothing is held between two of them, and a restart is not noticed. The
/// protocol itself went the same way in 2026. What a session could give (unasked messages, questions back) no tool needs.
/// </remarks>
internal sealed class ToolServer
{
    private const string Instructions =
        "Clipyard keeps public TikTok posts in an archive and sends videos to connected TikTok accounts. Work that takes "
        + "time answers a job or a post at once: ask get_job or get_post for the rest. Posts are drafts in the creator's "
        + "TikTok inbox unless mode is direct. Nothing here approves a post: when one waits for a person, say so and stop.";

    private readonly McpServerOptions _options;
    private readonly ILoggerFactory _loggers;

    public ToolServer(IEnumerable<McpServerTool> tools, ILoggerFactory loggers)
    {
        _loggers = loggers;
        _options = new McpServerOptions
        {
            ServerInfo = new Implementation
            {
                Name = "clipyard",
                Title = "Clipyard",
                Version = typeof(ToolServer).Assembly.GetName().Version?.ToString(3) ?? "unknown",
            },
            ServerInstructions = Instructions,
            // The request's own services: whose it is stands there.
            ScopeRequests = false,
            ToolCollection = [.. tools],
        };
    }

    /// <summary>A server for one request.</summary>
    public McpServer Create(ITransport transport, IServiceProvider services) =>
        McpServer.Create(transport, _options, _loggers, services);
}
