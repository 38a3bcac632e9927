using Clipyard.Server.Automation.Feeds;
using Clipyard.Server.Automation.Mcp;
using Clipyard.Server.Automation.N8n;
using Clipyard.Server.Automation.Webhooks;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Automation;

/// <summary>Doors for other programs: n8n, outgoing webhooks, feeds, the Model Context Protocol.</summary>
internal static class AutomationFeature
{
    public static IServiceCollection AddAutomation(this IServiceCollection services)
    {
        services.AddWebhooks();
        services.AddFeeds();
        services.AddMcp();
        services.AddN8n();
        return services;
    }

    public static IEndpointRouteBuilder MapAutomation(this IEndpointRouteBuilder routes)
    {
        routes.MapWebhooks();
        routes.MapFeeds();
        routes.MapMcp();
        routes.MapN8n();
        return routes;
    }
}
