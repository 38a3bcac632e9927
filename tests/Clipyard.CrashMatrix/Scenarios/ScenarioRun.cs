using Clipyard.CrashMatrix.Material;
using Clipyard.CrashMatrix.Running;

namespace Clipyard.CrashMatrix.Scenarios;

/// <summary>Everything that is no plain kill.</summary>
internal sealed class ScenarioRun(MatrixOptions options, MaterialServer material, Report report)
{
    private static readonly Scenario[] All =
    [
        new("clock", IsSlow: true, Clocks.RunAsync),
        new("sleep", IsSlow: true, Sleeps.RunAsync),
        new("lost-answer", IsSlow: true, LostAnswers.RunAsync),
        new("lost-status", IsSlow: true, LostAnswers.RunStatusAsync),
        new("backup", IsSlow: true, Backups.RunAsync),
        new("pull", IsSlow: true, Pulls.RunAsync),
        new("person", IsSlow: false, Commitments.RunAsync),
        new("webhook", IsSlow: false, Webhooks.RunAsync),
        new("token-race", IsSlow: false, TokenRaces.RunAsync),
        new("second-start", IsSlow: false, SecondStarts.RunAsync),
    ];

    /// <summary>Runs those that were asked for.</summary>
    public Task RunAsync(CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            All.Where(IsMeant),
            new ParallelOptions { MaxDegreeOfParallelism = options.Parallel, CancellationToken = cancellationToken },
            async (scenario, stop) => await RunAsync(scenario, stop)
        );

    private bool IsMeant(Scenario scenario) =>
        options.Scenario is { } name ? scenario.Name == name : options.Sample is null || !scenario.IsSlow;

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
