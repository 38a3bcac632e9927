using System.Text.Json;
using Clipyard.Sandbox.Hosting;

namespace Clipyard.Sandbox.Control;

/// <summary>The interface under <c>/_sandbox/</c>: only for the loopback names, and not for pages from elsewhere.</summary>
internal sealed class ControlInterface(SandboxServer server)
{
    private readonly WorldControl _world = new(server);
    private readonly BehaviourControl _behaviour = new(server);
    private readonly OfficialControl _official = new(server);
    private readonly PortalControl _portal = new(server);
    private readonly InboxPages _inbox = new(server);

    public async Task<SandboxResponse> HandleAsync(HttpContext context)
    {
        var request = context.Request;
        if (IsFromElsewhere(request))
        {
            return ControlJson.Error(403, "The sandbox is controlled from its own pages and from programs only.");
        }

        var parts = (request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries)[1..];
        try
        {
            if (parts.Length == 0)
            {
                return ControlPage
                    .Write(server)
                    .With("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
            }

            if (await _inbox.HandleAsync(request, parts, context.RequestAborted) is { } page)
            {
                return page;
            }

            var body =
                HttpMethods.IsGet(request.Method) || HttpMethods.IsDelete(request.Method)
                    ? []
                    : await ControlJson.BodyAsync(request, context.RequestAborted);
            return _world.Handle(request, parts, body)
                ?? _behaviour.Handle(request, parts, body)
                ?? _official.Handle(request, parts, body)
                ?? await _portal.HandleAsync(request, parts, body, context.RequestAborted)
                ?? ControlJson.Error(404, $"There is no {request.Method} {request.Path} here; see /_sandbox/.");
        }
        catch (Exception error)
            when (error is JsonException or ArgumentException or InvalidOperationException or FormatException)
        {
            return ControlJson.Error(400, error.Message);
        }
    }

    private static bool IsFromElsewhere(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0
            && !string.Equals(origin, $"http://{request.Host.Value}", StringComparison.OrdinalIgnoreCase);
    }
}
