using System.CommandLine;
using Clipyard.Cli.Mcp;
using Clipyard.Cli.Options;

namespace Clipyard.Cli.Commands;

/// <summary><c>clipyard mcp</c>: a server's tools for programs that start their tools as processes.</summary>
internal static class McpCommand
{
    public static CommandSpec Spec { get; } =
        new(
            "mcp",
            "Pass the Model Context Protocol on between standard input and output and a server's /mcp.",
            () =>
                [
                    RemoteOptionSet.Group,
                    new OptionGroup("General", [GeneralOptions.ConfigLocation, GeneralOptions.NoConfig]),
                ],
            [("clipyard mcp --server http://127.0.0.1:8000", "Ends with Ctrl-C, or when its input ends.")]
        )
        {
            Notes =
            [
                "For clients that start their tools (Claude Desktop, Claude Code, Cursor, Zed, ...):",
                """  {"mcpServers": {"clipyard": {""",
                """    "command": "clipyard",""",
                """    "args": ["mcp", "--server", "http://127.0.0.1:8000"],""",
                """    "env": {"CLIPYARD_KEY": "KEY"}}}}""",
                "For Visual Studio Code the first name is \"servers\". A key with the scopes read and draft looks and drafts;",
                "with archive it also fetches. Clients that speak HTTP need no program: docs/mcp.md.",
            ],
            Complete = Complete,
        };

    private static void Complete(CliHost host, Command command) =>
        command.Runs(host, (session, _, cancellationToken) => McpRun.RunAsync(session, cancellationToken));
}
