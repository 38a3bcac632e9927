using System.CommandLine;
using Clipyard.Cli.Options;
using Clipyard.Cli.Remote;

namespace Clipyard.Cli.Commands;

/// <summary><c>clipyard posts export</c>: writes a server's posts as a table.</summary>
internal static class PostsExportCommand
{
    public static CommandSpec Spec { get; } =
        new(
            "export",
            "Write posts as CSV or JSON, newest first.",
            // No --json: what is on standard output is the table, and failures are not part of it.
            () =>
                [
                    PostsOptionSet.ExportGroup,
                    RemoteOptionSet.Group,
                    new OptionGroup(
                        "General",
                        [GeneralOptions.Verbose, GeneralOptions.ConfigLocation, GeneralOptions.NoConfig]
                    ),
                ],
            [
                (
                    "clipyard posts export --state scheduled,awaiting_approval -o planned.csv",
                    "Everything that is planned; changed, it can be imported again."
                ),
                ("clipyard posts export --format json | jq '.[].post_id'", "For programs."),
            ]
        )
        {
            Complete = Complete,
            Meanings = new Dictionary<string, (string, string)>(StringComparer.Ordinal)
            {
                ["--output"] = ("FILE", "Write to FILE, whole or not at all (default, and -: standard output)"),
            },
            Notes = ["--output counts on the command line only; elsewhere it names what `clipyard get` downloads."],
        };

    private static void Complete(CliHost host, Command command) =>
        command.Runs(
            host,
            (session, parsed, cancellationToken) =>
                PostsExportRun.RunAsync(session, parsed.GetValue(DownloadOptionSet.Output), cancellationToken)
        );
}
