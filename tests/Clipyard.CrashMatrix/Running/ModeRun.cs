using System.Collections.Concurrent;
using Clipyard.CrashMatrix.Boundaries;
using Clipyard.CrashMatrix.Material;

namespace Clipyard.CrashMatrix.Running;

/// <summary>One mode: finds its boundaries, then kills a server at each, and at random instants.</summary>
internal sealed class ModeRun(Mode mode, MatrixOptions options, MaterialServer material, Report report)
{
    /// <summary>Runs it with a sandbox of its own.</summary>
    /// <param name="chains">How many data folders at a time.</param>
    /// <param name="sample">At how many boundaries; null: at all.</param>
    /// <param name="random">At how many random instants beside.</param>
    /// <param name="cancellationToken">Stops it; what was started ends.</param>
    public async Task RunAsync(int chains, int? sample, int random, CancellationToken cancellationToken)
    {
        await using var sandbox = await SandboxProcess.StartAsync(cancellationToken);
        await using var first = new Chain(sandbox, material.Origin, "c1");
        var (outcome, seen, took) = await first.CountAsync(mode, cancellationToken);
        report.Add($"{mode.Name} alive", outcome, kills: 0, first.Log);
        var work = new ConcurrentQueue<Work>(Works(seen, took, sample, random));
        report.Say(
            $"     {mode.Name}: {string.Join(", ", seen.Select(kind => $"{kind.Value.Count} {kind.Key.ToString().ToLowerInvariant()}s"))}"
                + $" found in {took.TotalSeconds:0.0} s; {work.Count} kills to come"
        );
        await Task.WhenAll(
            Enumerable
                .Range(2, Math.Min(chains, work.Count) - 1)
                .Select(async number =>
                {
                    await using var chain = new Chain(sandbox, material.Origin, $"c{number}");
                    await DrainAsync(chain, work, cancellationToken);
                })
                .Append(DrainAsync(first, work, cancellationToken))
        );
    }

    private async Task DrainAsync(Chain chain, ConcurrentQueue<Work> work, CancellationToken cancellationToken)
    {
        while (work.TryDequeue(out var next))
        {
            var what = $"{mode.Name} {next.Name}";
            try
            {
                var (outcome, hasDied) = await chain.KillAsync(mode, next.Boundary, next.After, cancellationToken);
                report.Add(hasDied ? what : what + " (not reached)", outcome, hasDied ? 1 : 0, chain.Log);
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested)
            {
                report.Broken(what, error, chain.Log);
                return; // what state its data folder is in nobody knows; other folders go on
            }
        }
    }

    private List<Work> Works(Dictionary<BoundaryKind, List<string>> seen, TimeSpan took, int? sample, int random)
    {
        if (options.Boundary is { } only)
        {
            return [new Work(Name(only, seen), only)];
        }

        var boundaries = seen.SelectMany(kind =>
                Enumerable.Range(1, kind.Value.Count).SelectMany(n => Sides(kind.Key, n))
            )
            .Select(boundary => new Work(Name(boundary, seen), boundary))
            .ToList();
        var instants = new Random(options.Seed + mode.Name.Length);
        return
        [
            .. sample is { } some ? Evenly(boundaries, some) : boundaries,
            .. Enumerable
                .Range(0, random)
                .Select(_ => took * instants.NextDouble())
                .Select(after => new Work($"after {after.TotalMilliseconds:0} ms", After: after)),
        ];
    }

    private static Boundary[] Sides(BoundaryKind kind, int number) =>
        [new Boundary(kind, number, IsAfter: false), new Boundary(kind, number, IsAfter: true)];

    private static string Name(Boundary boundary, Dictionary<BoundaryKind, List<string>> seen) =>
        seen.TryGetValue(boundary.Kind, out var lines) && boundary.Number <= lines.Count
            ? $"{boundary} [{lines[boundary.Number - 1]}]"
            : boundary.ToString();

    private List<Work> Evenly(List<Work> works, int count)
    {
        var offset = new Random(options.Seed + mode.Name.Length).NextDouble();
        return
        [
            .. Enumerable
                .Range(0, Math.Min(count, works.Count))
                .Select(i => works[(int)((i + offset) * works.Count / Math.Min(count, works.Count))]),
        ];
    }

    private sealed record Work(string Name, Boundary? Boundary = null, TimeSpan? After = null);
}
