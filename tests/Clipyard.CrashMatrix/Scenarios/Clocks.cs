using Clipyard.CrashMatrix.Running;
using Microsoft.AspNetCore.Http;

namespace Clipyard.CrashMatrix.Scenarios;

/// <summary>The clock is moved by a day while a post is on its way.</summary>
internal static class Clocks
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    // The server looks at the sandbox's clock every second.
    private static readonly TimeSpan UntilSeen = TimeSpan.FromSeconds(2.5);

    public static async Task RunAsync(Theatre theatre, CancellationToken cancellationToken)
    {
        await MoveAsync(
            theatre,
            "a day ahead over the answer to the init",
            "direct-upload-chunks",
            Day,
            cancellationToken
        );
        await MoveAsync(theatre, "another day ahead", "direct-pull", Day, cancellationToken);
        await MoveAsync(theatre, "another day ahead", "inbox-photos", Day, cancellationToken);
        await MoveBackAsync(theatre, cancellationToken);
    }

    private static async Task MoveAsync(
        Theatre theatre,
        string what,
        string mode,
        TimeSpan by,
        CancellationToken cancellationToken
    )
    {
        var held = new Held(IsInit);
        theatre.Relay.BeforeAnswer = held.HoldAsync;
        var post = await theatre.Stage.PrepareAsync(Theatre.ModeOf(mode), boundary: null, cancellationToken);
        await theatre.Stage.AskAsync(post, cancellationToken);
        await held.Reached.WaitAsync(cancellationToken);
        await AdvanceAsync(theatre, by, cancellationToken);
        held.Release();
        await theatre.EndPostAsync($"{what}, {mode}", post, cancellationToken);
    }

    // What is due a day later by then waits for it, and is not done twice.
    private static async Task MoveBackAsync(Theatre theatre, CancellationToken cancellationToken)
    {
        var held = new Held(IsInit);
        theatre.Relay.BeforeAnswer = held.HoldAsync;
        var post = await theatre.Stage.PrepareAsync(Theatre.ModeOf("inbox-upload"), boundary: null, cancellationToken);
        await theatre.Stage.AskAsync(post, cancellationToken);
        await held.Reached.WaitAsync(cancellationToken);
        await AdvanceAsync(theatre, -Day, cancellationToken);
        held.Release();
        await Task.Delay(UntilSeen, cancellationToken);
        var made = await theatre.Stage.CountAsync(post, cancellationToken);
        theatre.Report.Check($"{theatre.Name}, a day back, while it is", made <= 1, $"{made} made");
        await AdvanceAsync(theatre, Day, cancellationToken);
        await theatre.EndPostAsync("a day back and ahead again, inbox-upload", post, cancellationToken);
    }

    private static bool IsInit(HttpRequest request) =>
        request.Path.Value?.EndsWith("/init/", StringComparison.Ordinal) == true;

    private static async Task AdvanceAsync(Theatre theatre, TimeSpan by, CancellationToken cancellationToken)
    {
        await theatre.Sandbox.SendAsync(
            HttpMethod.Post,
            "clock",
            new { advance_ms = by.TotalMilliseconds },
            cancellationToken
        );
        await Task.Delay(UntilSeen, cancellationToken);
    }
}
