using System.Diagnostics;

namespace Clipyard.Benchmarks;

/// <summary>Two ways of doing a thing, timed in turn: whatever else the machine does then hits both.</summary>
internal static class Samples
{
    /// <returns>The medians, in milliseconds.</returns>
    public static async Task<(double Ours, double Theirs)> AlternateAsync(
        int rounds,
        Func<Task> ours,
        Func<Task> theirs
    )
    {
        var (first, second) = (new List<double>(rounds), new List<double>(rounds));
        for (var round = 0; round < rounds; round++)
        {
            first.Add(await TimeAsync(ours));
            second.Add(await TimeAsync(theirs));
        }

        return (Median(first), Median(second));
    }

    public static double Median(List<double> values)
    {
        values.Sort();
        return (values[(values.Count - 1) / 2] + values[values.Count / 2]) / 2;
    }

    private static async Task<double> TimeAsync(Func<Task> action)
    {
        var start = Stopwatch.GetTimestamp();
        await action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
