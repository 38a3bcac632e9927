using System.CommandLine;
using Clipyard.Cli.Options;

namespace Clipyard.Cli.Commands;

/// <summary><c>clipyard student</c>: a server's students and what it keeps of their posts.</summary>
internal static class StudentCommand
{
    public static CommandSpec Spec { get; } =
        new(
            "student",
            "A server's students: link usernames, fetch posts, see what is kept.",
            () => [],
            [
                ("clipyard student link s-17 @sunny.garden", "Student s-17 is @sunny.garden on TikTok."),
                ("clipyard student download s-17 --max 20", "Keeps the newest 20 posts."),
            ]
        )
        {
            Subcommands =
            [
                StudentLinkCommand.Spec,
                StudentDownloadCommand.Spec,
                StudentVideosCommand.Spec,
                StudentInfoCommand.Spec,
                StudentListCommand.Spec,
                StudentRemoveCommand.Spec,
            ],
        };

    /// <summary>The argument that names the student.</summary>
    public static Argument<string> StudentArgument()
    {
        var student = new Argument<string>("student")
        {
            HelpName = "STUDENT",
            Description = "The student's id, as you chose it",
        };
        student.Validators.Add(CliOption.RefuseUnknownOptions);
        return student;
    }
}
