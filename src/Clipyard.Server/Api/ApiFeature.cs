using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Clipyard.Server.Api.Document;
using Clipyard.Server.Api.Hosting;
using Clipyard.Server.Api.Idempotency;
using Clipyard.Server.Api.Limits;
using Clipyard.Server.Api.Problems;
using Clipyard.Server.Identity;
using Clipyard.Server.Jobs;
using Clipyard.Server.Observability;
using Clipyard.Server.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

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
            // Captions stay readable; the answers are JSON, never HTML.
            options.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower));

            // Unknown members are tolerated, wrong ones are refused: null where a value must be, the same name twice.
            options.SerializerOptions.RespectNullableAnnotations = true;
            options.SerializerOptions.RespectRequiredConstructorParameters = true;
            options.SerializerOptions.AllowDuplicateProperties = false;
        });
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddExceptionHandler<FailureHandler>();
        services.AddScoped<IdempotencyRows>();
        services.AddScoped<RequestIdempotency>();
        services.AddScoped<IIdempotency>(provider => provider.GetRequiredService<RequestIdempotency>());
        services.AddScoped<ISweep, IdempotencySweep>();
        services.AddOptions<LimitOptions>().BindConfiguration(LimitOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<LimitOptions>, LimitOptionsValidator>();
        services.AddSingleton<IConfigureOptions<KestrelServerOptions>, KestrelLimits>();
        services.AddSingleton<RequestLimiter>();
        services.AddDocument();
        services.AddSingleton<IPublicAddress, PublicAddress>();
        services.AddScoped<IWaiting, Waiting>();
        return services;
    }

    public static WebApplication UseApi(this WebApplication application)
    {
        application.UseObservability();
        application.UseSecurityHeaders();
        application.UseExceptionHandler(_ => { });
        application.UseEmptyAnswers();
        application.UseHosting();
        application.UseRouting();
        application.UsePages();
        application.UseCors();
        application.UseMiddleware<PublicHostRedirect>();
        application.UseIdentity();
        application.UseMiddleware<IdempotencyMiddleware>();
        return application;
    }

    public static IEndpointRouteBuilder MapApi(this IEndpointRouteBuilder routes)
    {
        routes.MapObservability();
        routes.MapProblems();
        routes.MapDocument();
        return routes;
    }
}
