using System.ComponentModel;
using System.Diagnostics;

namespace Clipyard.YtDlp;

/// <summary>Runs a program to its end and reads what it prints.</summary>
internal static class ChildProcess
{
    /// <summary>Runs it; kills it, with its children, when cancelled.</summary>
    /// <returns>Its exit code and output; null when there is no such program.</returns>
    public static async Task<(int ExitCode, byte[] Output, string Error)?> RunAsync(
        string program,
        IEnumerable<string> arguments,
        CancellationToken cancellationToken
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };

        using var process = new Process { StartInfo = start };
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
            using var output = new MemoryStream();
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.StandardOutput.BaseStream.CopyToAsync(output, cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, output.ToArray(), await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
