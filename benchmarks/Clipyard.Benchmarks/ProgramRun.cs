using System.Diagnostics;
using System.Globalization;

namespace Clipyard.Benchmarks;

/// <summary>Runs programs to their end.</summary>
internal static class ProgramRun
{
    /// <summary>Runs a program; what it prints is read and dropped.</summary>
    /// <exception cref="InvalidOperationException">It failed: its time would mean nothing.</exception>
    public static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Start(program, arguments);
        await EndAsync(process);
    }

    /// <summary>Runs a program and looks at it every 10 ms.</summary>
    /// <returns>The most memory it was seen to have had resident, in bytes: <c>VmHWM</c> of <c>/proc/PID/status</c>.</returns>
    public static async Task<long> PeakMemoryAsync(string program, params string[] arguments)
    {
        using var process = Start(program, arguments);
        var end = EndAsync(process);
        var peak = 0L;
        while (!end.IsCompleted)
        {
            peak = Math.Max(peak, ResidentPeak(process.Id));
            await Task.WhenAny(end, Task.Delay(10));
        }

        await end;
        return peak;
    }

    public static Process Start(string program, params string[] arguments) =>
        Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            }
        ) ?? throw new InvalidOperationException($"{program} did not start.");

    private static async Task EndAsync(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await output;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{process.StartInfo.FileName} failed: {errors}");
        }
    }

    /// <summary>The most memory that a running process has had resident, in bytes.</summary>
    public static long ResidentPeak(int id)
    {
        try
        {
            var line = File.ReadLines($"/proc/{id}/status")
                .FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null
                ? 0
                : long.Parse(
                    line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[^2],
                    CultureInfo.InvariantCulture
                ) * 1024;
        }
        catch (IOException)
        {
            return 0; // It has just ended.
        }
    }
}
