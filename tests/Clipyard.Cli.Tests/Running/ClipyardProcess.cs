using System.Diagnostics;

namespace Clipyard.Cli.Tests.Running;

/// <summary>The built program as a process of its own.</summary>
internal sealed class ClipyardProcess : IDisposable
{
    private readonly Process _process;

    private ClipyardProcess(Process process) => _process = process;

    public StreamReader Out => _process.StandardOutput;

    public StreamWriter In => _process.StandardInput;

    public static ClipyardProcess Start(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ClipyardProgram).Assembly.Location, .. args])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["CLIPYARD_NO_CONFIG"] = "true";
        start.Environment["CLIPYARD_RATE"] = "0";
        return new ClipyardProcess(Process.Start(start)!);
    }

    /// <summary>Sends SIGINT, as Ctrl-C does.</summary>
    public async Task InterruptAsync(CancellationToken cancellationToken)
    {
        using var kill = Process.Start("kill", ["-INT", $"{_process.Id}"]);
        await kill.WaitForExitAsync(cancellationToken);
    }

    /// <summary>Waits for its end.</summary>
    public async Task<CliResult> EndAsync(CancellationToken cancellationToken)
    {
        var output = _process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = _process.StandardError.ReadToEndAsync(cancellationToken);
        await _process.WaitForExitAsync(cancellationToken);
        return new CliResult(_process.ExitCode, await output, await error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}
