using System.CommandLine;
using Clipyard.Cli.Options;
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
        command.Runs(host, (session, _, cancellationToken) => StudentRun.ListAsync(session, cancellationToken));
}
