using System.CommandLine;
using Clipyard.Cli.Options;

namespace Clipyard.Cli.Commands;

/// <summary><c>clipyard people</c>: who may sign in at a server.</summary>
internal static class PeopleCommand
{
    public static CommandSpec Spec { get; } =
        new(
            "people",
            "Who may sign in at a server: add, list, reset passwords. Works on the data folder.",
            () => [],
            [("clipyard people add mira --data /srv/clipyard", "Shows a password, this once.")]
        )
        {
            Subcommands = [PeopleAddCommand.Spec, PeopleListCommand.Spec, PeopleResetPasswordCommand.Spec],
        };

    /// <summary>The argument that names the person.</summary>
    public static Argument<string> NameArgument()
    {
        var name = new Argument<string>("name") { HelpName = "NAME", Description = "What they sign in as" };
        name.Validators.Add(CliOption.RefuseUnknownOptions);
        return name;
    }
}
