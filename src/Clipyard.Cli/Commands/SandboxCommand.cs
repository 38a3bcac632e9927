using System.CommandLine;
using Clipyard.Cli.Options;

namespace Clipyard.Cli.Commands;

/// <summary><c>clipyard sandbox</c>: serves the stand-in for TikTok until it is stopped.</summary>
internal static class SandboxCommand
{
    public static CommandSpec Spec { get; } =
        new(
            "sandbox",
            "Serve a stand-in for TikTok's public site on this machine, until Ctrl-C.",
            () => [SandboxOptionSet.Group, GeneralOptions.Group],
            [
                (
                    "clipyard sandbox --port 5555",
                    "Then: clipyard get @sunny.garden --tiktok-address http://127.0.0.1:5555"
                ),
                ("clipyard sandbox --page saved.html", "Answers every post's address with a saved page."),
                ("clipyard sandbox --intercept", "Also a proxy, for programs that only know TikTok's real names."),
            ]
        )
        {
            Complete = Complete,
        };

    private static void Complete(CliHost host, Command command) =>
        command.Runs(host, (session, _, cancellationToken) => SandboxRun.RunAsync(session, cancellationToken));
}
