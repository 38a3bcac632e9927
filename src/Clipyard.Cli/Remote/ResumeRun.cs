using System.Globalization;
using Clipyard.Cli.Options;
using Clipyard.Client.Publishing;

namespace Clipyard.Cli.Remote;

/// <summary>Shows what publishing waits with, and lets it go on.</summary>
internal static class ResumeRun
{
    public static async Task RunAsync(CliSession session, CancellationToken cancellationToken)
    {
        using var client = RemoteServer.Open(session);
        var before = await client.Publishing.GetAsync(cancellationToken);
        if (!session.Settings.Has(RemoteOptionSet.Yes))
        {
            Show(session, before);
            if (before.Paused && !session.Json)
            {
                session.Screen.Notice("Cancel what went out already, then: clipyard resume --yes");
            }

            return;
        }

        var after = before.Paused ? await client.Publishing.ResumeAsync(cancellationToken) : before;
        if (session.Json)
        {
            Show(session, after);
            return;
        }

        session.Screen.Result(
            before.Paused
                ? $"Posts{(before.HoldsMessages ? " and messages" : "")} go out again; {after.Open} posts are open."
                : "Publishing was not paused; nothing changed."
        );
    }

    private static void Show(CliSession session, PublishingState state)
    {
        if (session.Json)
        {
            session.Screen.Result(RemoteJson.Of(state));
            return;
        }

        session.Screen.Result(
            state.Paused ? $"Publishing is paused since {state.Since:u}: {state.Reason}" : "Posts go out."
        );
        if (state.HoldsMessages)
        {
            session.Screen.Result("Messages to webhooks and callbacks wait, too.");
        }

        session.Screen.Result(state.Open == 0 ? "No post is open." : $"Open posts: {state.Open}");
        foreach (var post in state.Posts)
        {
            session.Screen.Result(Line(post));
        }

        if (state.Open > state.Posts.Count)
        {
            session.Screen.Result($"  and {state.Open - state.Posts.Count} more");
        }
    }

    private static string Line(OpenPost post)
    {
        var time = post.ScheduleTime?.ToString("u", CultureInfo.InvariantCulture) ?? "as soon as possible";
        var told = post.PublishId is { } id ? $"TikTok calls it {id}" : "TikTok was not told of it";
        return $"  {post.PostId}  {post.State}  {post.Mode}  {time}  {post.Owner}  {told}";
    }
}
