using Clipyard.Server.Jobs;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Automation.Feeds;

/// <summary>Students' kept posts as feeds, for podcast programs.</summary>
internal static class FeedsFeature
{
    public static IServiceCollection AddFeeds(this IServiceCollection services)
    {
        services.AddSingleton<FeedToken>();
        services.AddScoped<StudentFeeds>();
        services.AddScoped<FeedReader>();
        services.AddScoped<ISweep, FeedSweep>();
        return services;
    }

    public static IEndpointRouteBuilder MapFeeds(this IEndpointRouteBuilder routes)
    {
        FeedEndpoints.Map(routes, "/tiktok", "");
        FeedEndpoints.Map(routes, "/api/tiktok", "UnderApi");
        RssEndpoints.Map(routes);
        return routes;
    }
}
