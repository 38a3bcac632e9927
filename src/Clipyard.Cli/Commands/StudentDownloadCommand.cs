using System.CommandLine;
using Clipyard.Cli.Options;
using Clipyard.Cli.Progress;
using Clipyard.Cli.Remote;

namespace Clipyard.Cli.Commands;

/// <summary><c>clipyard student download</c>: has the server fetch a student's posts.</summary>
internal static class StudentDownloadCommand
{
    public static CommandSpec Spec { get; } =
        new(
            "download",
            "Have the server fetch a student's posts and keep them.",
            () =>
                [
                    new OptionGroup(
                        "Download",
                        [
                            SelectionOptions.Max,
                            SelectionOptions.Random,
                            DownloadOptionSet.Quality,
                            DownloadOptionSet.ExtractAudio,
                            DownloadOptionSet.Force,
                        ]
                    ),
                    RemoteOptionSet.JobGroup,
                    RemoteOptionSet.Group,
                    GeneralOptions.Group,
                ],
            [
                ("clipyard student download s-17", "The newest ten; what is kept already is not fetched again."),
                (
                    "clipyard student download s-17 --max 3 -j | jq -r .local_path",
                    "The addresses of three, for programs."
                ),
            ]
        )
        {
            Complete = Complete,
        };

    private static void Complete(CliHost host, Command command)
    {
        var student = StudentCommand.StudentArgument();
        command.Add(student);
        command.Runs(
            host,
            Screens.ForDownloads,
            (session, parsed, cancellationToken) =>
                StudentRun.DownloadAsync(session, parsed.GetRequiredValue(student), cancellationToken)
        );
    }
}
