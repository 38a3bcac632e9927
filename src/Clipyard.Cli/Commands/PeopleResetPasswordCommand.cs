using System.CommandLine;
using Clipyard.Cli.Offline;
using Clipyard.Cli.Options;

namespace Clipyard.Cli.Commands;

/// <summary><c>clipyard people reset-password</c>: makes a new password.</summary>
internal static class PeopleResetPasswordCommand
{
    public static CommandSpec Spec { get; } =
        new(
            "reset-password",
            "Make a new password for somebody, lift a lock-out, end their sessions.",
            () => [PeopleOptionSet.Group, GeneralOptions.Group],
            [("clipyard people reset-password mira --data /srv/clipyard", "Shows the new password, this once.")]
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
                PeopleRun.ResetPasswordAsync(session, parsed.GetRequiredValue(name), cancellationToken)
        );
    }
}
