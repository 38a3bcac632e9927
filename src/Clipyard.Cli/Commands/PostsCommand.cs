namespace Clipyard.Cli.Commands;

/// <summary><c>clipyard posts</c>: many of a server's posts at once.</summary>
internal static class PostsCommand
{
    public static CommandSpec Spec { get; } =
        new(
            "posts",
            "A server's posts as a table: import many, export all.",
            () => [],
            [
                ("clipyard posts import december.csv --dry-run", "Says what is wrong, row by row; nothing is made."),
                ("clipyard posts export --state scheduled -o planned.csv", "Everything that is planned."),
            ]
        )
        {
            Subcommands = [PostsImportCommand.Spec, PostsExportCommand.Spec],
        };
}
