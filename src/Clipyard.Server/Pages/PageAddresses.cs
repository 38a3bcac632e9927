using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Clipyard.Server.Pages;

/// <summary>Tells addresses of pages, which the browser resolves, from wrong addresses of the interface.</summary>
internal sealed class PageAddresses(EndpointDataSource routes)
{
    private readonly Lazy<FrozenSet<string>> _interface = new(() =>
        routes
            .Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => FirstOf(endpoint.RoutePattern))
            .OfType<string>()
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
    );

    /// <summary>Whether somebody opens a page: a browser navigates, and no route of the interface begins like this.</summary>
    public bool IsPage(HttpRequest request)
    {
        var path = request.Path.Value ?? "/";
        return request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
            && !Path.HasExtension(path)
            && !_interface.Value.Contains(path.Split('/', 3)[1]);
    }

    private static string? FirstOf(RoutePattern pattern) =>
        pattern.PathSegments.Count > 0 && pattern.PathSegments[0] is { IsSimple: true } first
            ? (first.Parts[0] as RoutePatternLiteralPart)?.Content
            : null;
}
