using Clipyard.CrashMatrix.Running;

namespace Clipyard.CrashMatrix.Scenarios;

/// <summary>TikTok does what it was asked, and its answer never arrives.</summary>
internal static class LostAnswers
{
    public static async Task RunAsync(Theatre theatre, CancellationToken cancellationToken)
    {
        await LoseAsync(theatre, "inbox_init", "inbox-upload", cancellationToken);
        await LoseAsync(theatre, "inbox_init", "inbox-pull", cancellationToken);
        await LoseAsync(theatre, "video_init", "direct-upload", cancellationToken);
        await LoseAsync(theatre, "video_init", "direct-pull", cancellationToken);
        await LoseAsync(theatre, "photo_init", "direct-photos", cancellationToken);
        await LoseAsync(theatre, "upload", "inbox-upload", cancellationToken);
        await LoseAsync(theatre, "upload", "direct-upload-chunks", cancellationToken);
        await LoseAsync(theatre, "creator_info", "direct-upload", cancellationToken);
        await LoseAsync(theatre, "token", "refresh", cancellationToken, "reconnect_needed");
    }

    /// <summary>The status is asked again after a minute.</summary>
    public static Task RunStatusAsync(Theatre theatre, CancellationToken cancellationToken) =>
        LoseAsync(theatre, "publish_status", "direct-upload", cancellationToken);

    private static async Task LoseAsync(
        Theatre theatre,
        string endpoint,
        string mode,
        CancellationToken cancellationToken,
        params IReadOnlyList<string> allowed
    )
    {
        var post = await theatre.Stage.PrepareAsync(Theatre.ModeOf(mode), boundary: null, cancellationToken);
        await theatre.AddFaultAsync("lost_answer", endpoint, cancellationToken);
        await theatre.EndPostAsync($"{endpoint} of {mode}", post, cancellationToken, allowed);
    }
}
