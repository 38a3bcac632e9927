using Clipyard.CrashMatrix.Running;

namespace Clipyard.CrashMatrix.Scenarios;

/// <summary>Servers die while they start, the first one included; the next start finds everything in order.</summary>
internal static class Starts
{
    private const int Deaths = 24;
    private const int LongestMilliseconds = 1_500;

    public static async Task RunAsync(Theatre theatre, CancellationToken cancellationToken)
    {
        var instants = new Random(Deaths);
        using var data = new ServerData(theatre.Sandbox, "http://127.0.0.1:1");
        for (var i = 0; i < Deaths; i++)
        {
            await using var dying = ChildProcess.Start(data.Arguments());
            await Task.Delay(instants.Next(LongestMilliseconds), cancellationToken);
            dying.Signal(Signals.Kill);
            await dying.WaitForEndAsync(cancellationToken);
        }

        await using var last = ChildProcess.Start(data.Arguments());
        var answer = await last.ReadAsync(cancellationToken);
        var isPaused = last.Errors.Any(line => line.Contains("Publishing is paused", StringComparison.Ordinal));
        theatre.Report.Check(
            $"{theatre.Name}, after {Deaths} that died over it",
            answer.StartsWith("ready ", StringComparison.Ordinal) && !isPaused,
            $"{answer.Split(' ')[0]}{(isPaused ? ", paused" : "")}"
        );
    }
}
