using Clipyard.CrashMatrix.Running;
using Microsoft.AspNetCore.Http;

namespace Clipyard.CrashMatrix.Scenarios;

/// <summary>People change their mind, before and after the end of the file may be with TikTok (rules E2 and E3).</summary>
internal static class Commitments
{
    public static async Task RunAsync(Theatre theatre, CancellationToken cancellationToken)
    {
        await TooLateAsync(theatre, "inbox-upload", cancellationToken);
        await TooLateAsync(theatre, "direct-upload-chunks", cancellationToken);
        await InTimeAsync(theatre, "inbox-upload", cancellationToken);
        await InTimeAsync(theatre, "direct-pull", cancellationToken);
    }

    // The final chunk is on its way: whatever a person asks for comes too late, and nothing of it does any harm.
    private static async Task TooLateAsync(Theatre theatre, string mode, CancellationToken cancellationToken)
    {
        var held = new Held(request => HttpMethods.IsPut(request.Method) && IsFinal(request));
        theatre.Relay.BeforeCall = held.HoldAsync;
        var post = await theatre.Stage.PrepareAsync(Theatre.ModeOf(mode), boundary: null, cancellationToken);
        await theatre.Stage.AskAsync(post, cancellationToken);
        await held.Reached.WaitAsync(cancellationToken);
        var answers = new[]
        {
            await TryAsync(theatre, post, HttpMethod.Post, "/cancel", body: null, cancellationToken),
            await TryAsync(theatre, post, HttpMethod.Patch, "", new { content = "another" }, cancellationToken),
            await TryAsync(theatre, post, HttpMethod.Post, "/retry", body: null, cancellationToken),
        };
        held.Release();
        theatre.Report.Check(
            $"{theatre.Name}, cancel, PATCH and retry over the final chunk of {mode}",
            answers is ["not_cancellable", "not_editable", "post_in_progress" or "conflict"],
            string.Join(", ", answers)
        );
        await theatre.EndPostAsync($"{mode} after that", post, cancellationToken);
        var retried = await TryAsync(theatre, post, HttpMethod.Post, "/retry", body: null, cancellationToken);
        theatre.Report.Check($"{theatre.Name}, retry of what was made", retried != "done", retried);
    }

    // TikTok was told, and its answer is on its way: nothing has gone out yet, and nothing ever does.
    private static async Task InTimeAsync(Theatre theatre, string mode, CancellationToken cancellationToken)
    {
        var held = new Held(request => request.Path.Value?.EndsWith("/init/", StringComparison.Ordinal) == true);
        theatre.Relay.BeforeAnswer = held.HoldAsync;
        var post = await theatre.Stage.PrepareAsync(Theatre.ModeOf(mode), boundary: null, cancellationToken);
        await theatre.Stage.AskAsync(post, cancellationToken);
        await held.Reached.WaitAsync(cancellationToken);
        var answer = await TryAsync(theatre, post, HttpMethod.Post, "/cancel", body: null, cancellationToken);
        held.Release();
        await Task.Delay(TimeSpan.FromSeconds(3), cancellationToken);
        var (state, _) = await PostCalls.LookAsync(theatre.Stage.Server, post, "wait=0", cancellationToken);
        var made = await theatre.Stage.CountAsync(post, cancellationToken);
        theatre.Report.Check(
            $"{theatre.Name}, cancel over the answer to the init of {mode}",
            answer == "done" && state == "cancelled" && made == 0,
            $"{answer}, {state}, {made} made"
        );
    }

    // A file of one chunk has only a final one.
    private static bool IsFinal(HttpRequest request) =>
        request.Headers.ContentRange.ToString() is var range
        && range.Split('-', '/') is [_, var last, var length]
        && long.Parse(last) + 1 == long.Parse(length);

    private static async Task<string> TryAsync(
        Theatre theatre,
        AskedPost post,
        HttpMethod method,
        string action,
        object? body,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await theatre.Stage.Server.SendAsync(method, $"/api/posts/{post.Id}{action}", body, cancellationToken);
            return "done";
        }
        catch (AnswerException error)
        {
            return error.Code;
        }
    }
}
