using Clipyard.Sandbox;

namespace Clipyard.Client.Tests;

/// <summary>One server that may call the sandbox, which knows no such page and answers 405.</summary>
public sealed class WebhooksFixture : IAsyncLifetime
{
    private ServerHost? _host;

    public ServerHost Host => _host ?? throw new InvalidOperationException("Not started yet.");

    /// <summary>Where webhooks go.</summary>
    public string Receiver => new Uri(Host.Sandbox.Address, "/nobody/listens").AbsoluteUri;

    public async ValueTask InitializeAsync()
    {
        var sandbox = await SandboxServer.StartAsync(new SandboxOptions(), CancellationToken.None);
        _host = await ServerHost.StartAsync(
            CancellationToken.None,
            setup =>
                setup with
                {
                    Settings = ServerHost.With(
                        setup,
                        ("Network:TrustedOrigins:0", sandbox.Address.GetLeftPart(UriPartial.Authority))
                    ),
                },
            sandbox,
            ownsSandbox: true
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }

    public ClipyardServerClient Open() => new(Host.Server.Address, Host.Key);
}
