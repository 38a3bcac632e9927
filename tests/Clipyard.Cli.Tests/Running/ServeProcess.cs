using System.Diagnostics;
using System.Net.Http.Headers;

namespace Clipyard.Cli.Tests.Running;

/// <summary><c>clipyard serve</c> as a process of its own, which can be killed.</summary>
internal sealed class ServeProcess : IDisposable
{
    private readonly Process _process;

    private ServeProcess(Process process, Uri address, IReadOnlyList<string> said)
    {
        _process = process;
        Address = address;
        Said = said;
    }

    public Uri Address { get; }

    /// <summary>What it said on standard error until it answered.</summary>
    public IReadOnlyList<string> Said { get; }

    /// <summary>The first administrator's key, from what the first start said.</summary>
    public string Key => Said.Single(line => line.Contains("API key", StringComparison.Ordinal)).Split(' ')[^1];

    /// <summary>Starts it on a free port and returns when it answers.</summary>
    public static async Task<ServeProcess> StartAsync(CancellationToken cancellationToken, params string[] args)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [typeof(ClipyardProgram).Assembly.Location, "serve", "--urls", "http://127.0.0.1:0", .. args]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["CLIPYARD_NO_CONFIG"] = "true";
        var process = Process.Start(start)!;
        var said = ReadUntilItAnswersAsync(process.StandardError, cancellationToken);
        var address = await process.StandardOutput.ReadLineAsync(cancellationToken);
        var lines = await said;
        address.ShouldNotBeNull(string.Join('\n', lines));
        return new ServeProcess(process, new Uri(address), lines);
    }

    public HttpClient CreateClient(string key) =>
        new()
        {
            BaseAddress = Address,
            DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", key) },
        };

    /// <summary>Ends it as a power cut would: kill -9.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        _process.Kill();
        await _process.WaitForExitAsync(cancellationToken);
    }

    /// <summary>Sends SIGTERM and waits for its end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync(CancellationToken cancellationToken)
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await kill.WaitForExitAsync(cancellationToken);
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private static async Task<List<string>> ReadUntilItAnswersAsync(
        StreamReader errors,
        CancellationToken cancellationToken
    )
    {
        List<string> lines = [];
        while (await errors.ReadLineAsync(cancellationToken) is { } line)
        {
            lines.Add(line);
            if (line.Contains("Ctrl-C stops it", StringComparison.Ordinal))
            {
                break;
            }
        }

        _ = errors.ReadToEndAsync(cancellationToken); // so that the pipe never fills
        return lines;
    }
}
