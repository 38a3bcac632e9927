using System.CommandLine;
using Clipyard.Cli.Offline;
using Clipyard.Cli.Options;
using Clipyard.Cli.Progress;

namespace Clipyard.Cli.Commands;

/// <summary><c>clipyard import</c>: takes over the archive of another system.</summary>
internal static class ImportCommand
{
    public static CommandSpec Spec { get; } =
        new(
            "import",
            "Take over an existing archive: its rows as CSV and the files they name.",
            () =>
                [
                    ImportOptionSet.Group,
                    ImportOptionSet.DataGroup,
                    new OptionGroup("Progress", [DownloadOptionSet.NoProgress, DownloadOptionSet.Quiet]),
                    GeneralOptions.Group,
                ],
            [
                (
                    "clipyard import --users users.csv --videos videos.csv --files bucket --check",
                    "Says what is wrong, row by row; nothing is written."
                ),
                (
                    "clipyard import --users users.csv --videos videos.csv --files bucket --data /srv/clipyard",
                    "Takes it over. While one row is wrong nothing is; again, it goes on from where it was."
                ),
            ]
        )
        {
            Complete = Complete,
        };

    private static void Complete(CliHost host, Command command) =>
        command.Runs(
            host,
            Screens.ForDownloads,
            (session, _, cancellationToken) => ImportCommandRun.RunAsync(session, cancellationToken)
        );
}
