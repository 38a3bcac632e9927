using Clipyard.Sandbox;

namespace Clipyard.Cli.Tests.Running;

/// <summary>One sandbox for the tests of a class.</summary>
public sealed class SandboxFixture : IAsyncLifetime
{
    private SandboxServer? _sandbox;

    public SandboxServer Sandbox => _sandbox ?? throw new InvalidOperationException("Not started yet.");

    /// <summary>What <c>--tiktok-address</c> takes.</summary>
    public string Address => Sandbox.Address.ToString();

    public async ValueTask InitializeAsync() => _sandbox = await SandboxServer.StartAsync(new SandboxOptions());

    public async ValueTask DisposeAsync()
    {
        if (_sandbox is not null)
        {
            await _sandbox.DisposeAsync();
        }
    }
}
