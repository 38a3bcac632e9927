using Clipyard.Sandbox.Hosting;

namespace Clipyard.Sandbox.Control;

/// <summary>The interface under <c>/_sandbox/</c>.</summary>
internal sealed class ControlInterface(SandboxServer server)
{
    public Task<SandboxResponse> HandleAsync(HttpContext context) =>
        Task.FromResult(SandboxResponse.Text($"{context.Request.Path} on {server.Address}\n", 404));
}
