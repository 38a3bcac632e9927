using System.Text.Json;
using System.Text.Json.Serialization;
using Clipyard.Server.Api.Idempotency;
using Clipyard.Server.Api.Problems;
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

            // Unknown members are tolerated, wrong ones are refused: null where a value must be, the same name twice.
            options.SerializerOptions.RespectNullableAnnotations = true;
            options.SerializerOptions.RespectRequiredConstructorParameters = true;
            options.SerializerOptions.AllowDuplicateProperties = false;
        });
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddExceptionHandler<FailureHandler>();
        services.AddScoped<RequestIdempotency>();
        services.AddScoped<IIdempotency>(provider => provider.GetRequiredService<RequestIdempotency>());
        services.AddHostedService<IdempotencySweeper>();
        services.AddSingleton<IPublicAddress, PublicAddress>();
        services.AddScoped<IWaiting, Waiting>();
        return services;
    }

    public static WebApplication UseApi(this WebApplication application)
    {
        application.UseExceptionHandler(_ => { });
        application.UseEmptyAnswers();
        application.UseRouting();
        application.UseIdentity();
        application.UseMiddleware<IdempotencyMiddleware>();
        return application;
    }

    public static IEndpointRouteBuilder MapApi(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health", () => TypedResults.Ok(new { status = "ok" })).AllowAnonymous();
        routes.MapProblems();
        return routes;
    }
}
