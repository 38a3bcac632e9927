using System.CommandLine;
using Clipyard.Cli.Doctor;
using Clipyard.Cli.Documents;
using Clipyard.Cli.Options;
using Clipyard.Cli.Progress;

namespace Clipyard.Cli.Commands;

/// <summary><c>clipyard doctor</c>: says what works on this machine, and what to do about the rest.</summary>
internal static class DoctorCommand
{
    public static CommandSpec Spec { get; } =
        new(
            "doctor",
            "Check what works here: network, sandbox, ffmpeg, yt-dlp, disk, clock; or how a server is.",
            () =>
                [
                    new OptionGroup("Doctor", [DownloadOptionSet.Paths]),
                    RemoteOptionSet.Group,
                    new OptionGroup(
                        "Network",
                        [NetworkOptions.Proxies, NetworkOptions.RequestTimeout, NetworkOptions.TikTokAddress]
                    ),
                    GeneralOptions.Group,
                ],
            [
                ("clipyard doctor", "All checks."),
                ("clipyard doctor -P /mnt/videos", "The disk of that folder."),
                (
                    "clipyard doctor --server http://127.0.0.1:8000",
                    "A server: database, store, scheduler, keys, clock, address, accounts, publishing."
                ),
            ]
        )
        {
            Complete = Complete,
        };

    private static void Complete(CliHost host, Command command) =>
        command.Runs(host, (session, _, cancellationToken) => RunAsync(session, cancellationToken));

    private static async Task RunAsync(CliSession session, CancellationToken cancellationToken)
    {
        await foreach (var finding in Checks.RunAsync(session, cancellationToken))
        {
            Print(session, finding);
            if (finding.Failure is { } failure)
            {
                session.Outcomes.Add(failure);
            }
        }
    }

    private static void Print(CliSession session, Finding finding)
    {
        var result = finding.Result.ToString().ToLowerInvariant();
        if (session.Json)
        {
            var code = finding.Failure?.Code;
            session.Screen.Result(
                JsonLine.Of(new CheckDocument(finding.Check, result, finding.Detail, finding.Remedy, code))
            );
            return;
        }

        session.Screen.Result($"{result, -8} {finding.Check, -10} {Printable.Line(finding.Detail)}");
        if (finding.Remedy is not null)
        {
            session.Screen.Result($"{"", -19} remedy: {finding.Remedy}");
        }
    }
}
