namespace Clipyard.Cli.Tests.Running;

/// <summary>One server for the tests of a class.</summary>
public sealed class ServerHostFixture : IAsyncLifetime
{
    private ServerHost? _host;

    public ServerHost Host => _host ?? throw new InvalidOperationException("Not started yet.");

    /// <summary>What <c>--server</c> takes.</summary>
    public string Address => Host.Server.Address.ToString();

    public async ValueTask InitializeAsync() => _host = await ServerHost.StartAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }
}
