using Clipyard.Server.Api;
using Clipyard.Server.Automation.Webhooks.Delivering;
using Clipyard.Server.Automation.Webhooks.Listing;
using Clipyard.Server.Automation.Webhooks.Signing;
using Clipyard.Server.Automation.Webhooks.Subscribing;
using Clipyard.Server.Automation.Webhooks.Telling;
using Clipyard.Server.Events;
using Clipyard.Server.Identity;
using Clipyard.Server.Jobs;
using Clipyard.Server.Observability;
using Clipyard.Server.Publishing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Automation.Webhooks;

/// <summary>Telling other programs what happens.</summary>
internal static class WebhooksFeature
{
    // Of the engine's 64 places, so that other work goes on beside; and so many of one owner, so that whose receivers are
    // slow keeps nobody else out.
    private const int ReceiversAtOnce = 32;
    private const int ReceiversOfOneOwner = 8;

    public static IServiceCollection AddWebhooks(this IServiceCollection services)
    {
        services.AddOptions<WebhookOptions>().BindConfiguration(WebhookOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WebhookOptions>, WebhookOptionsValidator>();
        services.AddSingleton<WebhookMetrics>();
        services.AddSingleton<IFigureSource>(provider => provider.GetRequiredService<WebhookMetrics>());
        services.AddScoped<SigningSecrets>();
        services.AddSingleton<WebhookRules>();
        services.AddScoped<WebhookRegister>();
        services.AddScoped<WebhookSecrets>();
        services.AddScoped<DeliveryLog>();
        services.AddScoped<Replays>();
        services.AddTelling();
        services.AddDelivering();
        return services;
    }

    public static IEndpointRouteBuilder MapWebhooks(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/webhooks").WithTags("Webhooks").RequireAuthorization(Scopes.Read);
        group.ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden);
        // A webhook goes on telling after the key that made it is revoked, and a secret lets others pass for this server.
        var changing = group.MapGroup("").RequireAuthorization(PersonPolicy.Name);
        WebhookEndpoints.Map(group, changing);
        SecretEndpoints.Map(changing);
        DeliveryEndpoints.Map(group, changing);
        return routes;
    }

    private static void AddTelling(this IServiceCollection services)
    {
        services.AddSingleton<IEventFollower, OfferedEvents>();
        services.AddSingleton<Messages>();
        services.AddScoped<UnheardEvents>();
        services.AddScoped<FanOut>();
        services.AddSingleton<FanOutSignal>();
        services.AddSingleton<ICommitObserver>(provider => provider.GetRequiredService<FanOutSignal>());
        services.AddSingleton<FanOutLane>();
        services.AddSingleton(provider => new LaneKind(
            FanOutLane.Prefix,
            StepsAtOnce: 1,
            provider.GetRequiredService<FanOutLane>()
        ));
        services.AddScoped<ISweep, UntoldSweep>();
    }

    private static void AddDelivering(this IServiceCollection services)
    {
        services.AddScoped<Targets>();
        services.AddScoped<Attempt>();
        services.AddScoped<SwitchOff>();
        services.AddScoped<DeliveryResults>();
        services.AddScoped<IResumeObserver, HeldTime>();
        services.AddSingleton<DeliveryLane>();
        services.AddSingleton(provider => new LaneKind(
            DeliveryLanes.Prefix,
            ReceiversAtOnce,
            provider.GetRequiredService<DeliveryLane>()
        )
        {
            StepsOfOneOwner = ReceiversOfOneOwner,
        });
        services.AddScoped<ISweep, DeliverySweep>();
        services.AddScoped<ISweep, OldDeliverySweep>();
    }
}
