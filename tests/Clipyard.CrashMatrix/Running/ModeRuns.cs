using System.Collections.Concurrent;
using Clipyard.CrashMatrix.Material;

namespace Clipyard.CrashMatrix.Running;

/// <summary>All modes that were asked for.</summary>
internal sealed class ModeRuns(MatrixOptions options, MaterialServer material, Report report)
{
    // Megabytes cost time: a sample takes fewer of them.
    private const int Weight = 4;
    private const int WeightOfLarge = 1;

    public Task RunAsync(CancellationToken cancellationToken) =>
        options.Sample is { } sample ? SampleAsync(sample, cancellationToken) : RunAllAsync(cancellationToken);

    // One mode after the other, with a sandbox of its own: what it has received goes with it.
    private async Task RunAllAsync(CancellationToken cancellationToken)
    {
        for (var i = 0; i < options.Modes.Count; i++)
        {
            var random = options.Random * (i + 1) / options.Modes.Count - options.Random * i / options.Modes.Count;
            try
            {
                await RunModeAsync(options.Modes[i], random, cancellationToken);
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested)
            {
                report.Broken(options.Modes[i].Name, error, []);
            }
        }
    }

    private async Task RunModeAsync(Mode mode, int random, CancellationToken cancellationToken)
    {
        await using var sandbox = await SandboxProcess.StartAsync(cancellationToken);
        await using var first = new Chain(sandbox, material.Origin, "c1");
        var run = new ModeRun(mode, options, report);
        await run.FindAsync(first, sample: null, random, cancellationToken);
        await Task.WhenAll(
            Enumerable
                .Range(2, Math.Max(0, Math.Min(options.Parallel, run.Left) - 1))
                .Select(async number =>
                {
                    await using var chain = new Chain(sandbox, material.Origin, $"c{number}");
                    await run.DrainAsync(chain, cancellationToken);
                })
                .Append(run.DrainAsync(first, cancellationToken))
        );
    }

    // Few deaths of each mode: data folders go on from one mode to the next.
    private async Task SampleAsync(int sample, CancellationToken cancellationToken)
    {
        var modes = new ConcurrentQueue<(Mode Mode, int Share)>(Shares(sample));
        await using var sandbox = await SandboxProcess.StartAsync(cancellationToken);
        await Task.WhenAll(
            Enumerable
                .Range(1, options.Parallel)
                .Select(number => SampleAsync(sandbox, number, modes, cancellationToken))
        );
    }

    private async Task SampleAsync(
        SandboxProcess sandbox,
        int number,
        ConcurrentQueue<(Mode Mode, int Share)> modes,
        CancellationToken cancellationToken
    )
    {
        await using var chain = new Chain(sandbox, material.Origin, $"c{number}");
        while (modes.TryDequeue(out var next))
        {
            var run = new ModeRun(next.Mode, options, report);
            try
            {
                await run.FindAsync(chain, next.Share, random: 0, cancellationToken);
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested)
            {
                report.Broken(next.Mode.Name, error, chain.Log);
                return;
            }

            if (!await run.DrainAsync(chain, cancellationToken))
            {
                return;
            }
        }
    }

    private IEnumerable<(Mode Mode, int Share)> Shares(int sample)
    {
        var all = options.Modes.Sum(WeightOf);
        var before = 0;
        foreach (var mode in options.Modes.OrderByDescending(WeightOf))
        {
            var after = before + WeightOf(mode);
            yield return (mode, sample * after / all - sample * before / all);
            before = after;
        }
    }

    private static int WeightOf(Mode mode) => mode.IsLarge ? WeightOfLarge : Weight;
}
