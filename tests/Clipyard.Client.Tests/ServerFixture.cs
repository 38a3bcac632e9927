namespace Clipyard.Client.Tests;

/// <summary>One server for the tests of a class; each test has students of its own.</summary>
public sealed class ServerFixture : IAsyncLifetime
{
    private ServerHost? _host;

    public ServerHost Host => _host ?? throw new InvalidOperationException("Not started yet.");

    public async ValueTask InitializeAsync() => _host = await ServerHost.StartAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }

    public ClipyardServerClient Open(string? key = null) => new(Host.Server.Address, key ?? Host.Key);
}
