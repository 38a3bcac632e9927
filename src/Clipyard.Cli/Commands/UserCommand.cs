using System.CommandLine;
using Clipyard.Cli.Documents;
using Clipyard.Cli.Downloads;
using Clipyard.Cli.Options;
using Clipyard.Links;

namespace Clipyard.Cli.Commands;

/// <summary><c>clipyard user</c>: lists a creator's posts.</summary>
internal static class UserCommand
{
    public static CommandSpec Spec { get; } =
        new(
            "user",
            "List a creator's posts, newest first: id, date, kind, plays, caption.",
            () => [SelectionOptions.Group, NetworkOptions.Group, GeneralOptions.Group],
            [
                ("clipyard user nasa --max 10", "The newest ten."),
                ("clipyard user nasa --after 2026-01-01 -j | jq -r .url", "This year's addresses."),
            ]
        )
        {
            Complete = Complete,
        };

    private static void Complete(CliHost host, Command command)
    {
        var name = new Argument<string>("name")
        {
            HelpName = "NAME",
            Description = "The creator's name with or without @, profile address, or secUid",
        };
        name.Validators.Add(CliOption.RefuseUnknownOptions);
        command.Add(name);
        command.Runs(
            host,
            (session, parsed, cancellationToken) => RunAsync(session, parsed.GetRequiredValue(name), cancellationToken)
        );
    }

    private static async Task RunAsync(CliSession session, string given, CancellationToken cancellationToken)
    {
        using var client = session.CreateClient();
        await session.AttemptAsync(
            given,
            async () =>
            {
                var posts = client.Creators.GetPostsAsync(NameOf(given), cancellationToken);
                var selected = PostSelection.From(session.Settings).FromAsync(posts, cancellationToken);
                await foreach (var post in selected)
                {
                    var line = session.Json ? JsonLine.Of(Describe.Post(post)) : PostText.ListLine(post);
                    session.Screen.Result(line);
                }
            },
            cancellationToken
        );
    }

    /// <summary>Here everything without a slash is a name, also one of digits.</summary>
    private static string NameOf(string given)
    {
        if (!given.Contains('/', StringComparison.Ordinal))
        {
            return given.Trim();
        }

        return TikTokLink.Parse(given) is TikTokLink.Profile profile
            ? profile.Name
            : throw new UsageException($"'{given}' is no creator; for a post use `clipyard info`.");
    }
}
