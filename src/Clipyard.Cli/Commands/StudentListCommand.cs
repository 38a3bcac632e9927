using System.CommandLine;
using Clipyard.Cli.Options;
using Clipyard.Cli.Progress;
using Clipyard.Cli.Remote;

namespace Clipyard.Cli.Commands;

/// <summary><c>clipyard student list</c>: lists the linked students.</summary>
internal static class StudentListCommand
{
    public static CommandSpec Spec { get; } =
        new(
            "list",
            "List the linked students by id.",
            () => [RemoteOptionSet.Group, GeneralOptions.Group],
            [("clipyard student list", "Id, username, how much is kept.")]
        )
        {
            Complete = Complete,
        };

    private static void Complete(CliHost host, Command command) =>
        command.SetAction(
            (parsed, cancellationToken) =>
                CliSession.RunAsync(
                    host,
                    parsed,
                    (host, _) => Screens.Plain(host),
                    session => StudentRun.ListAsync(session, cancellationToken),
                    cancellationToken
                )
        );
}
