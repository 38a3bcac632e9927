using System.Net.Http.Headers;
using Clipyard.Server.Identity;
using Clipyard.Server.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Tests.Api;

/// <summary>The whole server with routes of the test's own beside its routes, and no sandbox.</summary>
internal sealed class ApiHost : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly string _dataFolder;

    private ApiHost(WebApplication application, string dataFolder, string key)
    {
        _application = application;
        _dataFolder = dataFolder;
        Key = key;
        Client = CreateClient(key);
    }

    /// <summary>The administrator's key.</summary>
    public string Key { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => _application.Services;

    public static async Task<ApiHost> StartAsync(
        Action<IEndpointRouteBuilder> map,
        CancellationToken cancellationToken,
        TimeProvider? time = null,
        params (string Name, string? Value)[] settings
    )
    {
        var folder = Directory.CreateTempSubdirectory("clipyard-api-").FullName;
        var setup = new ServerSetup
        {
            Database = new SqliteProvider(),
            DataFolder = folder,
            Urls = ["http://127.0.0.1:0"],
            ReadEnvironment = false,
            TimeProvider = time ?? TimeProvider.System,
            StartScheduler = false,
            Logging = logging => logging.SetMinimumLevel(LogLevel.None),
            Settings = new Dictionary<string, string?>(
                settings.Select(setting => KeyValuePair.Create(setting.Name, setting.Value)),
                StringComparer.OrdinalIgnoreCase
            ),
        };
        var application = ServerComposition.Build(setup, new ServerPaths(folder));
        map(application);
        await setup.Database.PrepareAsync(application.Services, folder, cancellationToken);
        var first = await FirstAdministratorSetup.RunAsync(application.Services, cancellationToken);
        await application.StartAsync(cancellationToken);
        return new ApiHost(application, folder, first.ShouldNotBeNull().ApiKey);
    }

    public HttpClient CreateClient(string? key)
    {
        var addresses = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(addresses.ShouldNotBeNull().Addresses.First()),
        };
        if (key is not null)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        return client;
    }

    public async Task<JsonAnswer> SendAsync(
        HttpMethod method,
        string path,
        HttpContent? content = null,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        return await JsonAnswer.ReadAsync(response, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _application.StopAsync();
        await _application.DisposeAsync();
        Directory.Delete(_dataFolder, recursive: true);
    }
}
