using System.CommandLine;
using Clipyard.Cli.Options;
using Clipyard.Cli.Remote;

namespace Clipyard.Cli.Commands;

/// <summary><c>clipyard posts import</c>: asks a server for many posts with a table.</summary>
internal static class PostsImportCommand
{
    public static CommandSpec Spec { get; } =
        new(
            "import",
            "Make a post of every row of a CSV file, or of none.",
            () => [PostsOptionSet.ImportGroup, RemoteOptionSet.Group, GeneralOptions.Group],
            [
                ("clipyard posts import december.csv --dry-run", "Says what is wrong, row by row; nothing is made."),
                (
                    "clipyard posts import december.csv",
                    "Makes them and prints their ids. The same again makes nothing twice, for seven days."
                ),
                ("clipyard posts import - < december.csv", "From standard input."),
            ]
        )
        {
            Complete = Complete,
        };

    private static void Complete(CliHost host, Command command)
    {
        var file = new Argument<string>("file")
        {
            HelpName = "FILE",
            Description = "The table, as docs/bulk.md describes it; - is standard input",
        };
        file.Validators.Add(CliOption.RefuseUnknownOptions);
        command.Add(file);
        command.Runs(
            host,
            (session, parsed, cancellationToken) =>
                PostsImportRun.RunAsync(session, parsed.GetRequiredValue(file), cancellationToken)
        );
    }
}
