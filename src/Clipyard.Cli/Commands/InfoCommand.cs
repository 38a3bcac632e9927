using System.CommandLine;
using Clipyard.Cli.Documents;
using Clipyard.Cli.Downloads;
using Clipyard.Cli.Options;
using Clipyard.Links;

namespace Clipyard.Cli.Commands;

/// <summary><c>clipyard info</c>: what TikTok says about posts and creators.</summary>
internal static class InfoCommand
{
    public static CommandSpec Spec { get; } =
        new(
            "info",
            "Print what TikTok says about posts and creators.",
            () => [NetworkOptions.Group, GeneralOptions.Group],
            [
                ("clipyard info https://vm.tiktok.com/ZMabcdef/", "One post, for people."),
                ("clipyard info -j @nasa | jq .profile.followers", "A creator, for programs."),
            ]
        )
        {
            Complete = Complete,
        };

    private static void Complete(CliHost host, Command command)
    {
        var sources = new Argument<string[]>("url")
        {
            HelpName = "URL...",
            Description = "Addresses of posts or creators, short links, @names, post ids",
            Arity = ArgumentArity.OneOrMore,
        };
        sources.Validators.Add(CliOption.RefuseUnknownOptions);
        command.Add(sources);
        command.Runs(
            host,
            (session, parsed, cancellationToken) => RunAsync(session, parsed.GetValue(sources) ?? [], cancellationToken)
        );
    }

    private static async Task RunAsync(CliSession session, string[] sources, CancellationToken cancellationToken)
    {
        using var client = session.CreateClient();
        var concurrency = session.Settings.Value(NetworkOptions.Concurrency) ?? new ClipyardOptions().Concurrency;
        using var places = new SemaphoreSlim(concurrency);
        var answers = sources.Select(given => ReadAsync(given)).ToList();

        // Several at once, printed in the order in which they were given.
        for (var i = 0; i < answers.Count; i++)
        {
            await session.AttemptAsync(sources[i], async () => Print(session, await answers[i]), cancellationToken);
        }

        async Task<InfoAnswer> ReadAsync(string given)
        {
            await places.WaitAsync(cancellationToken);
            try
            {
                return SourceArgument.Parse(given) switch
                {
                    TikTokLink.Profile profile => new InfoAnswer(
                        null,
                        await client.Creators.GetAsync(profile.Name, cancellationToken)
                    ),
                    var link => new InfoAnswer(await client.Videos.GetAsync(link, cancellationToken), null),
                };
            }
            finally
            {
                places.Release();
            }
        }
    }

    private static void Print(CliSession session, InfoAnswer answer)
    {
        if (session.Json)
        {
            var document = answer.Video is { } post ? Describe.Post(post) : Describe.Profile(answer.Creator!);
            session.Screen.Result(JsonLine.Of(document));
            return;
        }

        foreach (var line in answer.Video is { } video ? PostText.Lines(video) : PostText.Lines(answer.Creator!))
        {
            session.Screen.Result(line);
        }
    }
}
