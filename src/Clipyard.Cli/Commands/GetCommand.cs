using System.CommandLine;
using Clipyard.Cli.Downloads;
using Clipyard.Cli.Options;
using Clipyard.Cli.Progress;

namespace Clipyard.Cli.Commands;

/// <summary><c>clipyard get</c>: downloads posts and creators' posts.</summary>
internal static class GetCommand
{
    public static CommandSpec Spec { get; } =
        new(
            "get",
            "Download posts, and creators' posts newest first.",
            () =>
                [
                    DownloadOptionSet.DownloadGroup,
                    DownloadOptionSet.FilesGroup,
                    DownloadOptionSet.SelectionGroup,
                    NetworkOptions.Group,
                    GeneralOptions.Group,
                ],
            [
                ("clipyard get https://vm.tiktok.com/ZMabcdef/", "One post into a folder named after its creator."),
                (
                    "clipyard get @nasa --max 20 -P ~/Videos --download-archive ~/Videos/archive.txt",
                    "The newest 20 posts of a creator; next time only what is new."
                ),
                (
                    "clipyard get -a links.txt -o '%(upload_date>%Y-%m)s/%(title).60s [%(id)s].%(ext)s'",
                    "Every link of a file, named by month and caption."
                ),
                ("clipyard get -x -j 7123456789012345678", "Only the sound; the result as JSON."),
            ]
        )
        {
            Complete = Complete,
            NamesFiles = true,
        };

    private static void Complete(CliHost host, Command command)
    {
        var sources = new Argument<string[]>("source")
        {
            HelpName = "URL|NAME...",
            Description = "Addresses of posts or creators, short links, creators' names, post ids",
            Arity = ArgumentArity.ZeroOrMore,
        };
        sources.Validators.Add(CliOption.RefuseUnknownOptions);
        command.Add(sources);
        command.Runs(
            host,
            Screens.ForDownloads,
            (session, parsed, cancellationToken) => RunAsync(session, parsed.GetValue(sources) ?? [], cancellationToken)
        );
    }

    private static async Task RunAsync(CliSession session, string[] sources, CancellationToken cancellationToken)
    {
        var request = GetRequest.From(session.Settings);
        var listed = session.Settings.Text(DownloadOptionSet.BatchFile) is { } file
            ? await BatchFile.ReadAsync(file, session.Host, cancellationToken)
            : [];
        if (sources.Length == 0 && listed.Count == 0)
        {
            throw new UsageException("There is nothing to get: give a URL, a creator's name, or a file with -a.");
        }

        using var client = session.CreateClient();
        using var run = new GetRun(session, client, request);
        await run.RunAsync([.. sources, .. listed], cancellationToken);
    }
}
