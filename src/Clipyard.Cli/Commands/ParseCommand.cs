using System.CommandLine;
using Clipyard.Cli.Documents;
using Clipyard.Cli.Options;
using Clipyard.Failures;
using Clipyard.Pages;

namespace Clipyard.Cli.Commands;

/// <summary><c>clipyard parse</c>: reads a saved page; what it prints belongs into a bug report.</summary>
internal static class ParseCommand
{
    public static CommandSpec Spec { get; } =
        new(
            "parse",
            "Read a saved TikTok page or API answer, for bug reports and scripts.",
            () => [GeneralOptions.Group],
            [
                ("clipyard parse page.html", "What the page holds, for people."),
                ("curl -s URL | clipyard parse -j -", "From standard input, as JSON."),
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
            Description = "The saved page; - is standard input",
        };
        file.Validators.Add(CliOption.RefuseUnknownOptions);
        command.Add(file);
        command.Runs(
            host,
            (session, parsed, cancellationToken) => RunAsync(session, parsed.GetRequiredValue(file), cancellationToken)
        );
    }

    private static async Task RunAsync(CliSession session, string file, CancellationToken cancellationToken)
    {
        var page = TikTokPage.Read((await ReadAsync(session.Host, file, cancellationToken)).Span);
        if (session.Json)
        {
            foreach (var document in Describe.Page(page))
            {
                session.Screen.Result(JsonLine.Of(document));
            }
        }
        else
        {
            Print(session, file, page);
        }

        if (page.Failure is { } failure)
        {
            session.Outcomes.Add(failure);
        }
    }

    private static void Print(CliSession session, string file, PageContent page)
    {
        var lines = page switch
        {
            { Video: { } video } => PostText.Lines(video),
            { Creator: { } creator } => PostText.Lines(creator).Concat(page.Posts.Select(PostText.ListLine)),
            _ => page.Posts.Select(PostText.ListLine),
        };
        foreach (var line in lines)
        {
            session.Screen.Result(line);
        }

        if (page.Failure is { } failure)
        {
            var said = page.StatusCode is { } code
                ? $"TikTok's status is {code} {page.StatusMessage}".TrimEnd() + "."
                : null;
            foreach (var line in FailureText.Lines(file, new ClipyardException(failure, said)))
            {
                session.Screen.Failure(line);
            }
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(
        CliHost host,
        string file,
        CancellationToken cancellationToken
    )
    {
        if (file is not "-")
        {
            return File.Exists(file)
                ? await File.ReadAllBytesAsync(file, cancellationToken)
                : throw new UsageException($"There is no file '{file}'.");
        }

        await using var input = host.OpenInput();
        using var page = new MemoryStream();
        await input.CopyToAsync(page, cancellationToken);
        return page.GetBuffer().AsMemory(0, (int)page.Length);
    }
}
