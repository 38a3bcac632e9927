using System.CommandLine;
using Clipyard.Cli.Options;
using Clipyard.Cli.Serving;

namespace Clipyard.Cli.Commands;

/// <summary><c>clipyard serve</c>: the server, until it is stopped.</summary>
internal static class ServeCommand
{
    public static CommandSpec Spec { get; } =
        new(
            "serve",
            "Run the server: the archive and its HTTP interface, on this machine unless told otherwise.",
            () => [ServeOptionSet.Group, GeneralOptions.Group],
            [
                ("clipyard serve", "On http://127.0.0.1:8000, everything below ./data."),
                ("clipyard serve --demo", "Against a sandbox inside, with clips to look at."),
                ("clipyard serve --data /srv/clipyard --set Storage:Public=true", "Addresses of media never end."),
            ]
        )
        {
            Complete = Complete,
        };

    private static void Complete(CliHost host, Command command) =>
        command.Runs(host, (session, _, cancellationToken) => ServeRun.RunAsync(session, cancellationToken));
}
