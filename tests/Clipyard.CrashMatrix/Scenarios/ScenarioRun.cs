using Clipyard.CrashMatrix.Material;
using Clipyard.CrashMatrix.Running;

namespace Clipyard.CrashMatrix.Scenarios;

/// <summary>Everything that is no plain kill.</summary>
internal sealed class ScenarioRun(MatrixOptions options, MaterialServer material, Report report)
{
    private const int AtOnce = 2;

    private static readonly Scenario[] All =
    [
        new("lapse", Lapses.RunAsync),
        new("clock", Clocks.RunAsync),
        new("sleep", Sleeps.RunAsync),
        new("lost-answer", LostAnswers.RunAsync),
        new("lost-status", LostAnswers.RunStatusAsync),
        new("backup", Backups.RunAsync),
        new("pull", Pulls.RunAsync),
        new("start", Starts.RunAsync),
        new("person", Commitments.RunAsync),
        new("webhook", Webhooks.RunAsync),
        new("token-race", TokenRaces.RunAsync),
        new("second-start", SecondStarts.RunAsync),
    ];

    /// <summary>Runs those that were asked for.</summary>
    public Task RunAsync(CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            All.Where(IsMeant),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (scenario, stop) => await RunAsync(scenario, stop)
        );

    private bool IsMeant(Scenario scenario) => options.Scenario is null or "all" || options.Scenario == scenario.Name;

    private async Task RunAsync(Scenario scenario, CancellationToken cancellationToken)
    {
        Theatre? theatre = null;
        try
        {
            theatre = await Theatre.StartAsync(scenario.Name, report, material, cancellationToken);
            await scenario.RunAsync(theatre, cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            report.Broken(scenario.Name, error, theatre?.Stage.Log ?? []);
        }
        finally
        {
            if (theatre is not null)
            {
                await theatre.DisposeAsync();
            }
        }
    }
}
