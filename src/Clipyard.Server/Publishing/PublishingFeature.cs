using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Requests;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Publishing;

/// <summary>Posts, on their way out.</summary>
internal static class PublishingFeature
{
    public static IServiceCollection AddPublishing(this IServiceCollection services)
    {
        services.AddOptions<PublishingOptions>().BindConfiguration(PublishingOptions.Section).ValidateOnStart();
        services.AddScoped<PostLog>();
        services.AddSingleton<IPostWaker, PostWaker>();
        services.AddPostRequests();
        return services;
    }

    public static IEndpointRouteBuilder MapPublishing(this IEndpointRouteBuilder routes) => routes.MapPostRequests();
}
