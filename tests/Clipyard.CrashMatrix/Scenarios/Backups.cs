using System.Text.Json;
using Clipyard.CrashMatrix.Running;

namespace Clipyard.CrashMatrix.Scenarios;

/// <summary>A copy of the database is put back that knows nothing of what went out since.</summary>
internal static class Backups
{
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(15);

    public static async Task RunAsync(Theatre theatre, CancellationToken cancellationToken)
    {
        var stage = theatre.Stage;
        var post = await stage.PrepareAsync(Theatre.ModeOf("direct-upload"), boundary: null, cancellationToken) with
        {
            ScheduledFor = TimeProvider.System.GetUtcNow() + Later,
        };
        await stage.AskAsync(post, cancellationToken);
        await UntilAsync(stage, post, "scheduled", cancellationToken);
        await stage.StopAsync();
        var backup = Directory.CreateTempSubdirectory("clipyard-backup-").FullName;
        try
        {
            Copy(stage.Data.Folder, backup);
            await stage.StartAsync(cancellationToken);
            var outcome = await stage.EndAsync(post, cancellationToken);
            theatre.Report.Check($"{theatre.Name}, before it", outcome.Verdict == Verdict.Made, outcome.ToString());
            await stage.StopAsync();
            Copy(backup, stage.Data.Folder);
        }
        finally
        {
            Directory.Delete(backup, recursive: true);
        }

        await AfterAsync(theatre, post, cancellationToken);
    }

    // The server cannot know: it waits for a person, who looks, and cancels what went out already.
    private static async Task AfterAsync(Theatre theatre, AskedPost post, CancellationToken cancellationToken)
    {
        var stage = theatre.Stage;
        await stage.StartAsync(cancellationToken);
        var publishing = await SendAsync(stage, HttpMethod.Get, "/api/publishing", cancellationToken);
        await Task.Delay(LongEnough, cancellationToken);
        var (state, _) = await PostCalls.LookAsync(stage.Server, post, "wait=0", cancellationToken);
        var isPaused = publishing.GetProperty("paused").GetBoolean();
        theatre.Report.Check(
            $"{theatre.Name}, after it",
            isPaused && state is "scheduled" or "queued",
            $"{(isPaused ? "paused" : "not paused")}, {state}"
        );
        await SendAsync(stage, HttpMethod.Post, $"/api/posts/{post.Id}/cancel", cancellationToken);
        await SendAsync(stage, HttpMethod.Post, "/api/publishing/resume", cancellationToken);
        await theatre.RunPostAsync("another post, after a person let it go on", post.Mode, cancellationToken);
        var made = await stage.CountAsync(post, cancellationToken);
        var verdict =
            made == 1 && isPaused ? Verdict.AskedPerson
            : made > 1 ? Verdict.Duplicate
            : Verdict.Wrong;
        theatre.Report.Add(
            $"{theatre.Name}, the post that went out before it",
            new Outcome(verdict, "asked a person", Code: null, made),
            kills: 0,
            stage.Log
        );
    }

    private static Task<JsonElement> SendAsync(
        Stage stage,
        HttpMethod method,
        string path,
        CancellationToken cancellationToken
    ) => stage.Server.SendAsync(method, path, body: null, cancellationToken);

    private static async Task UntilAsync(
        Stage stage,
        AskedPost post,
        string wanted,
        CancellationToken cancellationToken
    )
    {
        while (
            await PostCalls.LookAsync(stage.Server, post, "wait=0", cancellationToken) is var look
            && look.State != wanted
        )
        {
            if (look.State is "failed" or "missing")
            {
                throw new InvalidOperationException($"The post is {look.State} ({look.Code}), not {wanted}.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
        }
    }

    // The databases only: what lies beside them is what tells that they are old.
    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(to, "*.db*"))
        {
            File.Delete(file);
        }

        foreach (var file in Directory.EnumerateFiles(from, "*.db*"))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }
}
