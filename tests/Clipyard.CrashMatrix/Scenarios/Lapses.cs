using Clipyard.CrashMatrix.Running;
using Microsoft.AspNetCore.Http;

namespace Clipyard.CrashMatrix.Scenarios;

/// <summary>
/// The upload address lapses after the commit and before TikTok has the end of the file (rule E6): ten minutes are
/// waited, by the clock that nobody can set, before it is begun anew.
/// </summary>
internal static class Lapses
{
    private static readonly TimeSpan Lapse = TimeSpan.FromMinutes(70);
    private static readonly TimeSpan UntilSeen = TimeSpan.FromSeconds(2.5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(12);

    public static async Task RunAsync(Theatre theatre, CancellationToken cancellationToken)
    {
        var held = new Held(request => HttpMethods.IsPut(request.Method));
        theatre.Relay.BeforeCall = held.HoldAsync;
        var post = await theatre.Stage.PrepareAsync(Theatre.ModeOf("inbox-upload"), boundary: null, cancellationToken);
        await theatre.Stage.AskAsync(post, cancellationToken);
        await held.Reached.WaitAsync(cancellationToken);
        await theatre.Sandbox.SendAsync(
            HttpMethod.Post,
            "clock",
            new { advance_ms = Lapse.TotalMilliseconds },
            cancellationToken
        );
        await Task.Delay(UntilSeen, cancellationToken);
        held.Release();
        await PostCalls.WaitAsync(theatre.Stage.Server, post, cancellationToken, Patience);
        await theatre.EndPostAsync("the address lapsed after the commit, inbox-upload", post, cancellationToken);
    }
}
