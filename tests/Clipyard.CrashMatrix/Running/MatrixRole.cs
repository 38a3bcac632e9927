using System.Runtime.InteropServices;
using Clipyard.CrashMatrix.Material;
using Clipyard.CrashMatrix.Scenarios;

namespace Clipyard.CrashMatrix.Running;

/// <summary>The matrix itself.</summary>
internal static class MatrixRole
{
    /// <returns>0 when every post was made once, or failed and said so.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Contains("--help"))
        {
            Console.Out.WriteLine(MatrixOptions.Help);
            return 0;
        }

        MatrixOptions options;
        try
        {
            options = MatrixOptions.Parse(args);
        }
        catch (FormatException error)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return 2;
        }

        using var stopping = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Stop(context, stopping));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Stop(context, stopping));
        var report = new Report(Console.Out);
        var began = TimeProvider.System.GetTimestamp();
        try
        {
            await RunAsync(options, report, stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            report.Say("     stopped; this is no proof of anything");
            return 130;
        }

        report.Say($"     took {TimeProvider.System.GetElapsedTime(began):hh\\:mm\\:ss}");
        report.Say(report.Tally.ToString());
        return report.Tally.IsGood ? 0 : 1;
    }

    private static async Task RunAsync(MatrixOptions options, Report report, CancellationToken cancellationToken)
    {
        await using var material = await MaterialServer.StartAsync(cancellationToken);
        var hasModes = options.Scenario is null;
        var hasScenarios = options is { HasScenarios: true, Boundary: null, Sample: null };

        // Scenarios wait more than they work: beside the kills they cost little.
        await Task.WhenAll(
            hasModes ? new ModeRuns(options, material, report).RunAsync(cancellationToken) : Task.CompletedTask,
            hasScenarios ? new ScenarioRun(options, material, report).RunAsync(cancellationToken) : Task.CompletedTask
        );
    }

    private static void Stop(PosixSignalContext context, CancellationTokenSource stopping)
    {
        context.Cancel = true; // what was started has to be ended
        stopping.Cancel();
    }
}
