using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Clipyard.Media.Ffmpeg;

/// <summary>Runs ffmpeg to its end. Never through a shell, and without what else this process knows.</summary>
internal static class FfmpegProcess
{
    private const int TailLetters = 2000;

    /// <summary>What it needs to start; our environment may hold secrets, and it reads strangers' files.</summary>
    private static readonly string[] Inherited =
    [
        "PATH",
        "LD_LIBRARY_PATH",
        "DYLD_LIBRARY_PATH",
        "TMPDIR",
        "TEMP",
        "SystemRoot",
    ];

    /// <summary>Runs it; kills it, with its children, when cancelled.</summary>
    /// <param name="program">Its path.</param>
    /// <param name="arguments">Each as it is to arrive.</param>
    /// <param name="onTime">Told how much of the result's time is written, about twice a second.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Its exit code and the end of its complaints; null when it cannot be started.</returns>
    public static async Task<(int ExitCode, string Complaints)?> RunAsync(
        string program,
        IEnumerable<string> arguments,
        Action<TimeSpan> onTime,
        CancellationToken cancellationToken
    )
    {
        using var process = new Process { StartInfo = Start(program, arguments) };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return null;
        }

        process.StandardInput.Close();
        try
        {
            var complaints = ReadTailAsync(process.StandardError, cancellationToken);
            await ReadTimesAsync(process.StandardOutput, onTime, cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, await complaints);
        }
        finally
        {
            // Waits for its end even when cancelled: until then it may write to the file that is to be removed.
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }

            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static ProcessStartInfo Start(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };

        start.Environment.Clear();
        foreach (var name in Inherited)
        {
            if (Environment.GetEnvironmentVariable(name) is { } value)
            {
                start.Environment[name] = value;
            }
        }

        return start;
    }

    private static async Task ReadTimesAsync(
        StreamReader output,
        Action<TimeSpan> onTime,
        CancellationToken cancellationToken
    )
    {
        const string Time = "out_time_us=";
        while (await output.ReadLineAsync(cancellationToken) is { } line)
        {
            if (
                line.StartsWith(Time, StringComparison.Ordinal)
                && long.TryParse(line.AsSpan(Time.Length), CultureInfo.InvariantCulture, out var microseconds)
            )
            {
                onTime(TimeSpan.FromMicroseconds(Math.Clamp(microseconds, 0, long.MaxValue / 20)));
            }
        }
    }

    private static async Task<string> ReadTailAsync(StreamReader errors, CancellationToken cancellationToken)
    {
        var tail = new StringBuilder();
        var buffer = new char[1024];
        while (await errors.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            tail.Append(buffer, 0, read);
            if (tail.Length > 2 * TailLetters)
            {
                tail.Remove(0, tail.Length - TailLetters);
            }
        }

        return tail.Length > TailLetters ? tail.ToString(tail.Length - TailLetters, TailLetters) : tail.ToString();
    }
}
