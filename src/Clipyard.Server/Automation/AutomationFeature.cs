using Clipyard.Server.Automation.N8n;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Automation;

/// <summary>Doors for other programs: n8n, outgoing webhooks, feeds, the Model Context Protocol.</summary>
internal static class AutomationFeature
{
    public static IServiceCollection AddAutomation(this IServiceCollection services) => services.AddN8n();

    public static IEndpointRouteBuilder MapAutomation(this IEndpointRouteBuilder routes) => routes.MapN8n();
}
