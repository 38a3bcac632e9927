using System.Net;
using System.Net.Sockets;

namespace Clipyard.CrashMatrix.Running;

/// <summary>A data folder, and how servers are started on it: always on the same port, which pull addresses name.</summary>
internal sealed class ServerData : IDisposable
{
    private readonly Dictionary<string, string> _settings;

    public ServerData(
        SandboxProcess sandbox,
        string materialOrigin,
        params IEnumerable<(string Name, string Value)> more
    )
    {
        Folder = Directory.CreateTempSubdirectory("clipyard-crash-").FullName;
        Url = $"http://127.0.0.1:{FreePort()}";
        _settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["TikTokAddress"] = sandbox.Address.ToString(),
            ["TikTok:ClientKey"] = SandboxProcess.ClientKey,
            ["TikTok:ClientSecret"] = SandboxProcess.ClientSecret,
            ["TikTok:RetryDelay"] = "00:00:00",
            ["Network:TrustedOrigins:0"] = materialOrigin,
            ["Publishing:KeepStaged"] = "00:00:00",
            ["Limits:RequestsPerMinute"] = "0",
        };
        foreach (var (name, value) in more)
        {
            _settings[name] = value;
        }
    }

    public string Folder { get; }

    public string Url { get; }

    /// <summary>The arguments of a process on this data.</summary>
    /// <param name="role">What it is.</param>
    /// <param name="folder">Another folder; null for this one.</param>
    public IEnumerable<string> Arguments(string role = Serving.HostRole.Name, string? folder = null) =>
        [role, folder ?? Folder, Url, .. _settings.Select(pair => $"{pair.Key}={pair.Value}")];

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
