using System.Globalization;

namespace Clipyard.Benchmarks.Server;

/// <summary>What wrk found.</summary>
/// <param name="PerSecond">Answers a second.</param>
/// <param name="P50">The median latency, in wrk's words.</param>
/// <param name="P99">99 of 100 answers came within this.</param>
internal sealed record Load(double PerSecond, string P50, string P99)
{
    /// <exception cref="InvalidOperationException">wrk is not there, or some answers were no 2xx.</exception>
    public static Task<Load> RunAsync(Uri address, string key, int seconds) =>
        RunAsync(address, key, seconds, connections: 16, script: null);

    /// <summary>As the other, with so many connections and requests that a script of wrk's makes.</summary>
    /// <exception cref="InvalidOperationException">wrk is not there, or some answers were no 2xx.</exception>
    public static async Task<Load> RunAsync(Uri address, string key, int seconds, int connections, string? script)
    {
        string[] arguments =
        [
            "-t1",
            $"-c{connections}",
            $"-d{seconds}s",
            "--latency",
            "-H",
            $"Authorization: Bearer {key}",
            .. script is null ? [] : (string[])["-s", script],
            address.AbsoluteUri,
        ];
        using var process = ProgramRun.Start("wrk", arguments);
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0 || text.Contains("Non-2xx", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"wrk failed: {text}");
        }

        return new Load(
            double.Parse(ValueOf(text, "Requests/sec:"), CultureInfo.InvariantCulture),
            ValueOf(text, "50%"),
            ValueOf(text, "99%")
        );
    }

    private static string ValueOf(string text, string label) =>
        text.Split('\n')
            .Select(line => line.Trim())
            .Single(line => line.StartsWith(label, StringComparison.Ordinal))[label.Length..]
            .Trim();
}
