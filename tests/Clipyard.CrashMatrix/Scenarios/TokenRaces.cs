using Clipyard.CrashMatrix.Running;

namespace Clipyard.CrashMatrix.Scenarios;

/// <summary>Two processes find the same token lapsed, and fetch the next one at the same moment.</summary>
internal static class TokenRaces
{
    private const int Rounds = 20;

    public static async Task RunAsync(Theatre theatre, CancellationToken cancellationToken)
    {
        var mode = Theatre.ModeOf("inbox-upload");
        var post = await theatre.Stage.PrepareAsync(mode, boundary: null, cancellationToken);
        using var folder = new SecondFolder(theatre.Stage.Data.Folder);
        await using var node = ChildProcess.Start(theatre.Stage.Data.Arguments(Serving.NodeRole.Name, folder.Path));
        await node.ReadAsync(cancellationToken);
        List<string> all = [];
        for (var i = 0; i < Rounds; i++)
        {
            await theatre.Stage.Server.Process.AskAsync("expire", cancellationToken);
            var answers = await Task.WhenAll(
                theatre.Stage.Server.Process.AskAsync($"token {post.AccountId}", cancellationToken),
                node.AskAsync($"token {post.AccountId}", cancellationToken)
            );
            all.AddRange(answers);
        }

        var asked = await theatre.Sandbox.GetAsync("journal?endpoint=token", cancellationToken);
        theatre.Report.Check(
            $"{theatre.Name}, two processes, {Rounds} rounds",
            all.TrueForAll(answer => answer == "token good"),
            $"{string.Join(", ", all.CountBy(answer => answer).Select(kind => $"{kind.Value} x {kind.Key}"))}, "
                + $"{asked.GetArrayLength() - 1} refreshes"
        );
        await theatre.EndPostAsync("a post after that", post, cancellationToken);
    }
}
