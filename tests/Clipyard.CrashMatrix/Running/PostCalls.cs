using System.Net;
using System.Text.Json;

namespace Clipyard.CrashMatrix.Running;

/// <summary>Asks for posts, and waits for them.</summary>
internal static class PostCalls
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    /// <summary>Asks for a post; again is the same as once.</summary>
    public static async Task AskAsync(
        ServerProcess server,
        AskedPost post,
        string materialOrigin,
        CancellationToken cancellationToken
    )
    {
        var answer = await server.SendAsync(
            HttpMethod.Post,
            "/api/posts",
            post.Mode.BodyOf(post, materialOrigin),
            cancellationToken,
            ("Idempotency-Key", post.Name)
        );
        post.Id = answer.GetProperty("post_id").GetGuid();
    }

    /// <summary>Waits until nothing more happens to it without a person.</summary>
    /// <returns>Its state and failure code; the state that it hangs in when it does not come to rest.</returns>
    public static async Task<(string State, string? Code)> WaitAsync(
        ServerProcess server,
        AskedPost post,
        CancellationToken cancellationToken,
        TimeSpan? patience = null
    )
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var (state, code) = await LookAsync(server, post, "wait=20", cancellationToken);
            if (IsAtRest(state) || TimeProvider.System.GetElapsedTime(began) > (patience ?? Patience))
            {
                return (state, code);
            }

            await Task.Delay(Between, cancellationToken);
        }
    }

    /// <summary>How it stands now; <c>missing</c> when the server does not know it.</summary>
    public static async Task<(string State, string? Code)> LookAsync(
        ServerProcess server,
        AskedPost post,
        string prefer,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var answer = await server.SendAsync(
                HttpMethod.Get,
                $"/api/posts/{post.Id}",
                null,
                cancellationToken,
                ("Prefer", prefer)
            );
            var fail = answer.TryGetProperty("fail", out var found) ? found : default;
            return (
                answer.GetProperty("state").GetString()!,
                fail.ValueKind == JsonValueKind.Object ? fail.GetProperty("code").GetString() : null
            );
        }
        catch (AnswerException error) when (error.Status == HttpStatusCode.NotFound)
        {
            return ("missing", null);
        }
    }

    private static bool IsAtRest(string state) =>
        state is "in_inbox" or "published" or "failed" or "uncertain" or "cancelled" or "rejected" or "missing";
}
