using System.CommandLine;
using Clipyard.Cli.Options;
using Clipyard.Cli.Remote;

namespace Clipyard.Cli.Commands;

/// <summary><c>clipyard student link</c>: says who a student is on TikTok.</summary>
internal static class StudentLinkCommand
{
    public static CommandSpec Spec { get; } =
        new(
            "link",
            "Link a student to a TikTok username.",
            () => [RemoteOptionSet.Group, GeneralOptions.Group],
            [("clipyard student link s-17 @sunny.garden", "Student s-17 is @sunny.garden on TikTok.")]
        )
        {
            Complete = Complete,
        };

    private static void Complete(CliHost host, Command command)
    {
        var student = StudentCommand.StudentArgument();
        var username = new Argument<string>("username")
        {
            HelpName = "USERNAME",
            Description = "The TikTok username, with or without @, or the profile's address",
        };
        username.Validators.Add(CliOption.RefuseUnknownOptions);
        command.Add(student);
        command.Add(username);
        command.Runs(
            host,
            (session, parsed, cancellationToken) =>
                StudentRun.LinkAsync(
                    session,
                    parsed.GetRequiredValue(student),
                    parsed.GetRequiredValue(username),
                    cancellationToken
                )
        );
    }
}
