using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Events;

/// <summary>The one event stream.</summary>
internal static class EventsFeature
{
    public static IServiceCollection AddEvents(this IServiceCollection services) => services;

    public static IEndpointRouteBuilder MapEvents(this IEndpointRouteBuilder routes) => routes;
}
