using Clipyard.CrashMatrix.Running;

namespace Clipyard.CrashMatrix.Scenarios;

/// <summary>A server is stopped in the middle for longer than any lease, and wakes up as if nothing had been.</summary>
internal static class Sleeps
{
    private static readonly TimeSpan Sleep = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Until = TimeSpan.FromMilliseconds(700);

    public static async Task RunAsync(Theatre theatre, CancellationToken cancellationToken)
    {
        List<AskedPost> posts = [];
        foreach (var mode in new[] { "inbox-upload", "direct-upload-chunks", "inbox-pull", "direct-photos" })
        {
            posts.Add(await theatre.Stage.PrepareAsync(Theatre.ModeOf(mode), boundary: null, cancellationToken));
        }

        foreach (var post in posts)
        {
            await theatre.Stage.AskAsync(post, cancellationToken);
        }

        await Task.Delay(Until, cancellationToken);
        theatre.Stage.Server.Process.Signal(Signals.Stop);
        await Task.Delay(Sleep, cancellationToken);
        theatre.Stage.Server.Process.Signal(Signals.Continue);
        foreach (var post in posts)
        {
            await theatre.EndPostAsync($"{post.Mode.Name} over 60 s", post, cancellationToken);
        }
    }
}
