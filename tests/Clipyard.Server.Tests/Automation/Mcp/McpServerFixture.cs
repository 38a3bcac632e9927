namespace Clipyard.Server.Tests.Automation.Mcp;

/// <summary>One server for the tests of a class that change nothing; pages of app.example.com may call it.</summary>
public sealed class McpServerFixture : IAsyncLifetime
{
    private ServerHost? _host;

    public ServerHost Host => _host ?? throw new InvalidOperationException("Not started yet.");

    public async ValueTask InitializeAsync() =>
        _host = await ServerHost.StartAsync(
            CancellationToken.None,
            setup => setup with { Settings = ServerHost.With(setup, ("Cors:Origins:0", "https://app.example.com")) }
        );

    public ValueTask DisposeAsync() => _host?.DisposeAsync() ?? ValueTask.CompletedTask;
}
