using System.CommandLine;
using Clipyard.Cli.Options;
using Clipyard.Cli.Remote;

namespace Clipyard.Cli.Commands;

/// <summary><c>clipyard resume</c>: lets posts go out again after a restore, a clone or a move.</summary>
internal static class ResumeCommand
{
    public static CommandSpec Spec { get; } =
        new(
            "resume",
            "Show what has not been posted yet; with --yes let posts go out again.",
            () => [new OptionGroup("Publishing", [RemoteOptionSet.Yes]), RemoteOptionSet.Group, GeneralOptions.Group],
            [
                ("clipyard resume", "Shows whether publishing is paused, why, and every open post."),
                ("clipyard resume --yes", "Lets them go out."),
            ]
        )
        {
            Complete = Complete,
        };

    private static void Complete(CliHost host, Command command) =>
        command.Runs(host, (session, _, cancellationToken) => ResumeRun.RunAsync(session, cancellationToken));
}
