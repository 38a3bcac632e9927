using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Events;

/// <summary>The one event stream.</summary>
internal static class EventsFeature
{
    public static IServiceCollection AddEvents(this IServiceCollection services)
    {
        services.AddSingleton<IEventLog, EventLog>();
        services.AddSingleton<EventStreams>();
        services.AddSingleton<ICommitObserver>(provider => provider.GetRequiredService<EventStreams>());
        services.AddSingleton<CommitSignals>();
        services.ConfigureDbContext<ClipyardDb>(
            (provider, options) => options.AddInterceptors(provider.GetRequiredService<CommitSignals>())
        );
        services.AddScoped<EventStream>();
        services.AddScoped<CallerStanding>();
        services.AddScoped<ISweep, OldEventSweep>();
        return services;
    }

    public static IEndpointRouteBuilder MapEvents(this IEndpointRouteBuilder routes)
    {
        EventEndpoints.Map(routes);
        return routes;
    }
}
