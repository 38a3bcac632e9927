using System.CommandLine;
using Clipyard.Cli.Options;
using Clipyard.Cli.Remote;

namespace Clipyard.Cli.Commands;

/// <summary><c>clipyard student remove</c>: erases a student, or single posts.</summary>
internal static class StudentRemoveCommand
{
    public static CommandSpec Spec { get; } =
        new(
            "remove",
            "Erase single posts of a student, or the student with everything that is kept.",
            () => [new OptionGroup("Remove", [RemoteOptionSet.Yes]), RemoteOptionSet.Group, GeneralOptions.Group],
            [
                ("clipyard student remove s-17 7676039855859302657 --yes", "One post."),
                ("clipyard student remove s-17 --yes", "The link, all files, all records."),
            ]
        )
        {
            Complete = Complete,
        };

    private static void Complete(CliHost host, Command command)
    {
        var student = StudentCommand.StudentArgument();
        var videos = new Argument<string[]>("video")
        {
            HelpName = "[VIDEO...]",
            Description = "Ids of posts; none for the whole student",
            Arity = ArgumentArity.ZeroOrMore,
        };
        videos.Validators.Add(CliOption.RefuseUnknownOptions);
        command.Add(student);
        command.Add(videos);
        command.Runs(
            host,
            (session, parsed, cancellationToken) =>
                StudentRun.RemoveAsync(
                    session,
                    parsed.GetRequiredValue(student),
                    parsed.GetValue(videos) ?? [],
                    cancellationToken
                )
        );
    }
}
