using System.CommandLine;
using Clipyard.Cli.Offline;
using Clipyard.Cli.Options;
using Clipyard.Cli.Progress;
using Clipyard.Cli.Remote;

namespace Clipyard.Cli.Commands;

/// <summary><c>clipyard verify</c>: proves that an archive is as it was kept.</summary>
internal static class VerifyCommand
{
    public static CommandSpec Spec { get; } =
        new(
            "verify",
            "Read a whole archive again and name what is not as it was kept.",
            () =>
                [
                    VerifyOptionSet.Group,
                    RemoteOptionSet.Group,
                    VerifyOptionSet.OfflineGroup,
                    RemoteOptionSet.JobGroup,
                    GeneralOptions.Group,
                ],
            [
                ("clipyard verify --write-head heads.json", "All of it, at the server; keep the file elsewhere."),
                ("clipyard verify --head heads.json", "Also finds records that were cut off at the end since."),
                ("clipyard verify --data /srv/clipyard", "Without a server, every person's archive in that folder."),
            ]
        )
        {
            Complete = Complete,
        };

    private static void Complete(CliHost host, Command command) =>
        command.Runs(
            host,
            Screens.ForDownloads,
            (session, _, cancellationToken) =>
                session.Settings.Text(ServeOptionSet.Data) is { } folder
                    ? OfflineVerifyRun.RunAsync(session, folder, cancellationToken)
                    : RemoteVerifyRun.RunAsync(session, cancellationToken)
        );
}
