using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;

namespace Clipyard.Benchmarks.Server;

/// <summary><c>clipyard serve</c> in a process of its own, without limits and pauses.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly string[] NoLimits =
    [
        "--set",
        "Limits:RequestsPerMinute=0",
        "--set",
        "TikTok:RequestsPerMinute=0",
        "--set",
        "Archive:Pause=00:00:00",
        "--set",
        "Logging:LogLevel:Default=Warning",
    ];

    private readonly Process _process;

    private ServerProcess(Process process, Uri address, string? key)
    {
        _process = process;
        Address = address;
        Key = key;
    }

    public Uri Address { get; }

    /// <summary>The first administrator's key; null unless this was the data folder's first start.</summary>
    public string? Key { get; }

    /// <summary>The most memory it has had resident, in bytes.</summary>
    public long PeakMemory => ProgramRun.ResidentPeak(_process.Id);

    /// <summary>The processor time it has used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts a server and returns when it answers.</summary>
    public static async Task<ServerProcess> StartAsync(
        string program,
        string dataFolder,
        Uri sandbox,
        params string[] more
    )
    {
        var process = ProgramRun.Start(
            program,
            [
                "serve",
                "--no-config",
                "--data",
                dataFolder,
                "--urls",
                "http://127.0.0.1:0",
                "--tiktok-address",
                sandbox.GetLeftPart(UriPartial.Authority),
                .. NoLimits,
                .. more,
            ]
        );
        var key = FindKeyAsync(process.StandardError);
        var address = await process.StandardOutput.ReadLineAsync();
        return new ServerProcess(
            process,
            new Uri(address ?? throw new InvalidOperationException("The server did not start.")),
            await key
        );
    }

    /// <summary>A client that passes a key.</summary>
    public HttpClient CreateClient(string key) =>
        new()
        {
            BaseAddress = Address,
            Timeout = TimeSpan.FromMinutes(10),
            DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", key) },
        };

    public void Dispose()
    {
        using (var stop = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            stop.WaitForExit();
        }

        _process.WaitForExit();
        _process.Dispose();
    }

    // The line with the key comes before "the server answers", and both only once it does.
    private static async Task<string?> FindKeyAsync(StreamReader errors)
    {
        string? key = null;
        while (
            await errors.ReadLineAsync() is { } line && !line.Contains("the server answers", StringComparison.Ordinal)
        )
        {
            key = line.TrimStart().StartsWith("API key", StringComparison.Ordinal) ? line.Split(' ')[^1] : key;
        }

        _ = errors.ReadToEndAsync(); // so that the pipe never fills
        return key;
    }
}
