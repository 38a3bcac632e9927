using System.Text.Json;
using System.Text.Json.Serialization;
using Clipyard.Server.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Api;

/// <summary>What every route shares: problems, limits, the document that explains it all.</summary>
internal static class ApiFeature
{
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddRouting();
        services.AddHttpContextAccessor();
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower));
        });
        services.AddSingleton<IPublicAddress, PublicAddress>();
        services.AddScoped<IWaiting, Waiting>();
        return services;
    }

    public static WebApplication UseApi(this WebApplication application)
    {
        application.UseRouting();
        application.UseIdentity();
        return application;
    }

    public static IEndpointRouteBuilder MapApi(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health", () => TypedResults.Ok(new { status = "ok" })).AllowAnonymous();
        return routes;
    }
}
