using Clipyard.Server.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Observability;

/// <summary>What can be seen from outside of what goes on inside.</summary>
internal static class ObservabilityFeature
{
    public static IServiceCollection AddObservability(this IServiceCollection services)
    {
        services.AddMetrics();
        services.AddSingleton<ServerFigures>();
        services.AddSingleton<MetricsCollector>();
        services.AddSingleton<ServerMetrics>();
        services.AddScoped<IReadinessCheck, DatabaseReadiness>();
        services.AddScoped<IReadinessCheck, StoreReadiness>();
        services.AddOptions<TelemetryOptions>().BindConfiguration(TelemetryOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TelemetryOptions>, TelemetryOptionsValidator>();
        services.AddHostedService<TelemetryExport>();
        return services;
    }

    /// <summary>Outermost, so that whatever happens to a request is told.</summary>
    public static void UseObservability(this WebApplication application)
    {
        application.Services.GetRequiredService<MetricsCollector>(); // listens from now on
        application.UseMiddleware<RequestObserver>();
    }

    public static void MapObservability(this IEndpointRouteBuilder routes)
    {
        routes.MapHealth();
        routes.MapMetrics();
    }
}
