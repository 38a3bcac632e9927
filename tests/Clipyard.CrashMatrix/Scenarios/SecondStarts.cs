using Clipyard.CrashMatrix.Running;

namespace Clipyard.CrashMatrix.Scenarios;

/// <summary>Somebody starts a second server on the same data.</summary>
internal static class SecondStarts
{
    public static async Task RunAsync(Theatre theatre, CancellationToken cancellationToken)
    {
        var post = await theatre.Stage.PrepareAsync(Theatre.ModeOf("inbox-upload"), boundary: null, cancellationToken);
        await theatre.Stage.AskAsync(post, cancellationToken);
        var answer = await TryStartAsync(theatre, cancellationToken);
        theatre.Report.Check(
            $"{theatre.Name} is refused",
            answer.StartsWith("refused storage_unavailable", StringComparison.Ordinal),
            string.Join(' ', answer.Split(' ').Take(2))
        );
        await theatre.EndPostAsync("the first server's post", post, cancellationToken);
    }

    private static async Task<string> TryStartAsync(Theatre theatre, CancellationToken cancellationToken)
    {
        try
        {
            await using var second = await ServerProcess.StartAsync(theatre.Stage.Data, key: null, cancellationToken);
            return "started";
        }
        catch (ProcessEndedException refusal)
        {
            return refusal.Message;
        }
    }
}
