using System.Collections.Concurrent;
using Clipyard.CrashMatrix.Boundaries;

namespace Clipyard.CrashMatrix.Running;

/// <summary>One mode: finds its boundaries, then lets servers die at them, and at random instants.</summary>
internal sealed class ModeRun(Mode mode, MatrixOptions options, Report report)
{
    private readonly ConcurrentQueue<Death> _deaths = [];

    /// <summary>How many deaths are to come.</summary>
    public int Left => _deaths.Count;

    /// <summary>Lets one post through, counts, and chooses where to die.</summary>
    /// <param name="chain">Where.</param>
    /// <param name="sample">At how many boundaries; null: at all.</param>
    /// <param name="random">At how many random instants beside.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task FindAsync(Chain chain, int? sample, int random, CancellationToken cancellationToken)
    {
        var (outcome, seen, took) = await chain.CountAsync(mode, cancellationToken);
        report.Add($"{mode.Name} alive", outcome, kills: 0, chain.Log);
        foreach (var death in Choose(seen, took, sample, random))
        {
            _deaths.Enqueue(death);
        }

        var found = seen.Select(kind => $"{kind.Value.Count} {kind.Key.ToString().ToLowerInvariant()}s");
        report.Say(
            $"     {mode.Name}: {string.Join(", ", found)} found in {took.TotalSeconds:0.0} s; {Left} kills to come"
        );
    }

    /// <summary>Dies until there is nowhere left to.</summary>
    /// <returns>Whether the chain is still good for anything.</returns>
    public async Task<bool> DrainAsync(Chain chain, CancellationToken cancellationToken)
    {
        while (_deaths.TryDequeue(out var death))
        {
            var what = $"{mode.Name} {death.Name}";
            try
            {
                var (outcome, hasDied) = await chain.KillAsync(mode, death.At, death.After, cancellationToken);
                report.Add(hasDied ? what : what + " (not reached)", outcome, hasDied ? 1 : 0, chain.Log);
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested)
            {
                report.Broken(what, error, chain.Log);
                return false; // what state its data folder is in nobody knows; other folders go on
            }
        }

        return true;
    }

    private IEnumerable<Death> Choose(
        Dictionary<BoundaryKind, List<string>> seen,
        TimeSpan took,
        int? sample,
        int random
    )
    {
        if (options.Boundary is { } only)
        {
            return [new Death(Name(only, seen), only)];
        }

        var all = seen.SelectMany(kind => Enumerable.Range(1, kind.Value.Count).SelectMany(n => Sides(kind.Key, n)))
            .Select(boundary => new Death(Name(boundary, seen), boundary))
            .ToList();
        var instants = new Random(options.Seed + mode.Name.Length);
        return
        [
            .. sample is { } some ? Evenly(all, some, instants.NextDouble()) : all,
            .. Enumerable
                .Range(0, random)
                .Select(_ => took * instants.NextDouble())
                .Select(after => new Death($"after {after.TotalMilliseconds:0} ms", After: after)),
        ];
    }

    private static Boundary[] Sides(BoundaryKind kind, int number) =>
        [new Boundary(kind, number, IsAfter: false), new Boundary(kind, number, IsAfter: true)];

    private static string Name(Boundary boundary, Dictionary<BoundaryKind, List<string>> seen) =>
        seen.TryGetValue(boundary.Kind, out var lines) && boundary.Number <= lines.Count
            ? $"{boundary} [{lines[boundary.Number - 1]}]"
            : boundary.ToString();

    private static IEnumerable<Death> Evenly(List<Death> deaths, int count, double offset)
    {
        var some = Math.Min(count, deaths.Count);
        return Enumerable.Range(0, some).Select(i => deaths[(int)((i + offset) * deaths.Count / some)]);
    }

    private sealed record Death(string Name, Boundary? At = null, TimeSpan? After = null);
}
