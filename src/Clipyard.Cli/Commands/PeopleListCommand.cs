using System.CommandLine;
using Clipyard.Cli.Offline;
using Clipyard.Cli.Options;

namespace Clipyard.Cli.Commands;

/// <summary><c>clipyard people list</c>: lists everybody.</summary>
internal static class PeopleListCommand
{
    public static CommandSpec Spec { get; } =
        new(
            "list",
            "List everybody who may sign in.",
            () => [PeopleOptionSet.Group, GeneralOptions.Group],
            [("clipyard people list --data /srv/clipyard", "Name, role, since when.")]
        )
        {
            Complete = Complete,
        };

    private static void Complete(CliHost host, Command command)
    {
        command.Runs(host, (session, _, cancellationToken) => PeopleRun.ListAsync(session, cancellationToken));
    }
}
