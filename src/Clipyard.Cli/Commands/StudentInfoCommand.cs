using System.CommandLine;
using Clipyard.Cli.Options;
using Clipyard.Cli.Remote;

namespace Clipyard.Cli.Commands;

/// <summary><c>clipyard student info</c>: shows a student's profile and how much is kept.</summary>
internal static class StudentInfoCommand
{
    public static CommandSpec Spec { get; } =
        new(
            "info",
            "Show a student's profile on TikTok and how much is kept.",
            () => [RemoteOptionSet.Group, GeneralOptions.Group],
            [("clipyard student info s-17", "For people; -j for programs.")]
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
                StudentRun.InfoAsync(session, parsed.GetRequiredValue(student), cancellationToken)
        );
    }
}
