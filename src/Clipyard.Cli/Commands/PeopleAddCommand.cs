using System.CommandLine;
using Clipyard.Cli.Offline;
using Clipyard.Cli.Options;

namespace Clipyard.Cli.Commands;

/// <summary><c>clipyard people add</c>: adds somebody.</summary>
internal static class PeopleAddCommand
{
    public static CommandSpec Spec { get; } =
        new(
            "add",
            "Add somebody who may sign in; the password is shown once.",
            () => [PeopleOptionSet.AddGroup, GeneralOptions.Group],
            [("clipyard people add mira --data /srv/clipyard", "Shows a password, this once.")]
        )
        {
            Complete = Complete,
        };

    private static void Complete(CliHost host, Command command)
    {
        var name = PeopleCommand.NameArgument();
        command.Add(name);
        command.Runs(
            host,
            (session, parsed, cancellationToken) =>
                PeopleRun.AddAsync(session, parsed.GetRequiredValue(name), cancellationToken)
        );
    }
}
