using System.CommandLine;
using Clipyard.Cli.Offline;
using Clipyard.Cli.Options;
using Clipyard.Cli.Progress;

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
        command.SetAction(
            (parsed, cancellationToken) =>
                CliSession.RunAsync(
                    host,
                    parsed,
                    (host, _) => Screens.Plain(host),
                    session => PeopleRun.AddAsync(session, parsed.GetRequiredValue(name), cancellationToken),
                    cancellationToken
                )
        );
    }
}
