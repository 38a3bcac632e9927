using System.Net;
using Clipyard.CrashMatrix.Running;

namespace Clipyard.CrashMatrix.Scenarios;

/// <summary>TikTok fetches in every way that HTTP knows (rule E7).</summary>
internal static class Pulls
{
    public static async Task RunAsync(Theatre theatre, CancellationToken cancellationToken)
    {
        foreach (var mode in new[] { "inbox-pull", "direct-photos" })
        {
            await FetchAsync(theatre, "HEAD, then whole", mode, Fetches.HeadFirstAsync, cancellationToken);
            await FetchAsync(theatre, "in pieces", mode, Fetches.PiecesAsync, cancellationToken);
            await FetchAsync(theatre, "tail first", mode, Fetches.TailFirstAsync, cancellationToken);
            await FetchAsync(theatre, "again and again", mode, Fetches.ManyTimesAsync, cancellationToken);
        }

        await PartAsync(theatre, cancellationToken);
        await RevokedAsync(theatre, cancellationToken);
    }

    private static async Task FetchAsync(
        Theatre theatre,
        string what,
        string mode,
        Func<HttpClient, Uri, CancellationToken, Task<byte[]?>> fetch,
        CancellationToken cancellationToken
    )
    {
        theatre.Relay.Fetch = fetch;
        await theatre.RunPostAsync($"{what}, {mode}", Theatre.ModeOf(mode), cancellationToken);
    }

    // TikTok gives up over the first part, says so, and gets another attempt (rule E4).
    private static async Task PartAsync(Theatre theatre, CancellationToken cancellationToken)
    {
        var tries = 0;
        theatre.Relay.Fetch = async (client, file, stop) =>
        {
            if (Interlocked.Increment(ref tries) > 1)
            {
                return await Fetches.WholeAsync(client, file, stop);
            }

            await Fetches.RangeAsync(client, file, 0, 999, stop);
            return null;
        };
        await theatre.RunPostAsync("only a part, then given up", Theatre.ModeOf("inbox-pull"), cancellationToken);
    }

    private static async Task RevokedAsync(Theatre theatre, CancellationToken cancellationToken)
    {
        var (begun, released) = (new TaskCompletionSource(), new TaskCompletionSource());
        var status = HttpStatusCode.Unused;
        theatre.Relay.Fetch = async (client, file, stop) =>
        {
            await Fetches.RangeAsync(client, file, 0, 999, stop);
            begun.TrySetResult();
            await released.Task.WaitAsync(stop);
            using var response = await client.GetAsync(file, stop);
            status = response.StatusCode;
            return null;
        };
        var post = await theatre.Stage.PrepareAsync(Theatre.ModeOf("inbox-pull"), boundary: null, cancellationToken);
        await theatre.Stage.AskAsync(post, cancellationToken);
        await begun.Task.WaitAsync(cancellationToken);
        var cancelled = await theatre.Stage.Server.SendAsync(
            HttpMethod.Post,
            $"/api/posts/{post.Id}/cancel",
            body: null,
            cancellationToken
        );
        released.TrySetResult();
        await Task.Delay(TimeSpan.FromSeconds(3), cancellationToken);
        var made = await theatre.Stage.CountAsync(post, cancellationToken);
        theatre.Report.Check(
            $"{theatre.Name}, fetched on after it was cancelled",
            cancelled.GetProperty("state").GetString() == "cancelled" && status == HttpStatusCode.Gone && made == 0,
            $"{cancelled.GetProperty("state")}, then {(int)status}, {made} made"
        );
    }
}
