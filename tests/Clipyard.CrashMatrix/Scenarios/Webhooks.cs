using Clipyard.CrashMatrix.Running;

namespace Clipyard.CrashMatrix.Scenarios;

/// <summary>TikTok's webhooks come before the server knows what they are about (rule E9).</summary>
internal static class Webhooks
{
    private static readonly TimeSpan UntilDelivered = TimeSpan.FromSeconds(2);

    public static async Task RunAsync(Theatre theatre, CancellationToken cancellationToken)
    {
        await theatre.Sandbox.SendAsync(
            HttpMethod.Patch,
            $"apps/{SandboxProcess.ClientKey}",
            new { webhook_url = theatre.Stage.Data.Url + "/webhook/tiktok" },
            cancellationToken
        );
        await theatre.RunPostAsync("with webhooks, direct-upload", Theatre.ModeOf("direct-upload"), cancellationToken);
        await FailedFirstAsync(theatre, cancellationToken);
    }

    // TikTok finds nothing to fetch, gives up and says so; only then its answer to the init arrives.
    private static async Task FailedFirstAsync(Theatre theatre, CancellationToken cancellationToken)
    {
        var held = new Held(request => request.Path.Value?.EndsWith("/init/", StringComparison.Ordinal) == true);
        var tries = 0;
        theatre.Relay.BeforeAnswer = held.HoldAsync;
        theatre.Relay.Fetch = async (client, file, stop) =>
            Interlocked.Increment(ref tries) == 1 ? null : await Fetches.WholeAsync(client, file, stop);
        var post = await theatre.Stage.PrepareAsync(Theatre.ModeOf("inbox-pull"), boundary: null, cancellationToken);
        await theatre.Stage.AskAsync(post, cancellationToken);
        await held.Reached.WaitAsync(cancellationToken);
        await Task.Delay(UntilDelivered, cancellationToken);
        held.Release();
        await theatre.EndPostAsync("post.publish.failed before its publish_id, inbox-pull", post, cancellationToken);
        var deliveries = await theatre.Sandbox.GetAsync("webhooks", cancellationToken);
        var delivered = deliveries.GetArrayLength();
        theatre.Report.Check($"{theatre.Name}, webhooks sent", delivered >= 3, $"{delivered} events");
    }
}
