using System.CommandLine;
using Clipyard.Cli.Options;
using Clipyard.Cli.Remote;

namespace Clipyard.Cli.Commands;

/// <summary><c>clipyard student videos</c>: shows what is kept of a student's posts.</summary>
internal static class StudentVideosCommand
{
    public static CommandSpec Spec { get; } =
        new(
            "videos",
            "List what is kept of a student's posts, newest first.",
            () => [new OptionGroup("Selection", [SelectionOptions.Max]), RemoteOptionSet.Group, GeneralOptions.Group],
            [("clipyard student videos s-17 --max 20", "The newest 20.")]
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
            (session, parsed, cancellationToken) =>
                StudentRun.VideosAsync(session, parsed.GetRequiredValue(student), cancellationToken)
        );
    }
}
