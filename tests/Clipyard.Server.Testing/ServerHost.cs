using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Official.Apps;
using Clipyard.Server;
using Clipyard.Server.Sqlite;
using Microsoft.Extensions.Logging;

namespace Clipyard.Testing;

/// <summary>A server on a free port with its own data folder, and a sandbox that stands in for TikTok.</summary>
public sealed class ServerHost : IAsyncDisposable
{
    private readonly bool _ownsSandbox;
    private readonly CancellationToken _cancellationToken;
    private ServerSetup _setup;

    private ServerHost(SandboxServer sandbox, bool ownsSandbox, ServerSetup setup, CancellationToken cancellationToken)
    {
        Sandbox = sandbox;
        _ownsSandbox = ownsSandbox;
        _setup = setup;
        _cancellationToken = cancellationToken;
    }

    public SandboxServer Sandbox { get; }

    public ClipyardServer Server { get; private set; } = null!;

    /// <summary>The data folder, deleted with the host.</summary>
    public string DataFolder => _setup.DataFolder;

    /// <summary>The first administrator's key, with every scope.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The first administrator's password; the name is <c>admin</c>.</summary>
    public string Password { get; private set; } = "";

    /// <summary>A client that passes <see cref="Key"/>; it follows no redirect and keeps no cookie.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>Starts all of it. Without a wish there is no pause between posts and no limit on requests to TikTok.</summary>
    public static async Task<ServerHost> StartAsync(
        CancellationToken cancellationToken,
        Func<ServerSetup, ServerSetup>? configure = null,
        SandboxServer? sandbox = null,
        bool ownsSandbox = false
    )
    {
        ownsSandbox |= sandbox is null;
        sandbox ??= await SandboxServer.StartAsync(new SandboxOptions { PagePaddingBytes = 2_000 }, cancellationToken);
        var setup = new ServerSetup
        {
            Database = new SqliteProvider(),
            DataFolder = Directory.CreateTempSubdirectory("clipyard-server-").FullName,
            Urls = ["http://127.0.0.1:0"],
            ReadEnvironment = false,
            Settings = DefaultSettings(sandbox),
            Logging = logging => logging.SetMinimumLevel(LogLevel.None),
        };
        var host = new ServerHost(sandbox, ownsSandbox, configure?.Invoke(setup) ?? setup, cancellationToken);
        await host.StartServerAsync();
        return host;
    }

    /// <summary>The setup's settings with others on top.</summary>
    public static IReadOnlyDictionary<string, string?> With(
        ServerSetup setup,
        params (string Name, string? Value)[] settings
    )
    {
        var all = new Dictionary<string, string?>(setup.Settings, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        return all;
    }

    /// <summary>Stops the server in order and starts another on the same data.</summary>
    public async Task RestartAsync(Func<ServerSetup, ServerSetup>? configure = null)
    {
        Client.Dispose();
        await Server.DisposeAsync();
        _setup = configure?.Invoke(_setup) ?? _setup;
        await StartServerAsync();
    }

    /// <summary>A client without a key.</summary>
    public HttpClient CreateClient(string? key = null)
    {
        var client = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = false,
            }
        )
        {
            BaseAddress = Server.Address,
        };
        if (key is not null)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        return client;
    }

    /// <summary>Sends a request with the administrator's key and reads the answer's JSON.</summary>
    public async Task<JsonAnswer> SendAsync(
        HttpMethod method,
        string path,
        object? body = null,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body is null ? null : JsonContent.Create(body);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await Client.SendAsync(request, _cancellationToken);
        return await JsonAnswer.ReadAsync(response, _cancellationToken);
    }

    public Task<JsonAnswer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<JsonAnswer> PostAsync(string path, object? body = null) => SendAsync(HttpMethod.Post, path, body);

    public Task<JsonAnswer> PutAsync(string path, object? body = null) => SendAsync(HttpMethod.Put, path, body);

    public Task<JsonAnswer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
        if (_ownsSandbox)
        {
            await Sandbox.DisposeAsync();
        }

        Directory.Delete(DataFolder, recursive: true);
    }

    private static Dictionary<string, string?> DefaultSettings(SandboxServer sandbox) =>
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["TikTokAddress"] = sandbox.Address.ToString(),
            ["TikTok:RequestsPerMinute"] = "0",
            ["TikTok:ClientKey"] = DemoApps.AuditedKey,
            ["TikTok:ClientSecret"] = DemoApps.AuditedSecret,
            ["TikTok:RetryDelay"] = "00:00:00",
            ["Archive:Pause"] = "00:00:00",
            ["Limits:RequestsPerMinute"] = "0",
        };

    private async Task StartServerAsync()
    {
        Server = await ClipyardServer.StartAsync(_setup, _cancellationToken);
        if (Server.FirstAdministrator is { } first)
        {
            Key = first.ApiKey;
            Password = first.Password;
        }

        Client = CreateClient(Key);
    }
}
