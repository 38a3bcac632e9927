using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tasks;

/// <summary>What agents work on, and the posting of what comes of it.</summary>
internal static class TasksFeature
{
    public static IServiceCollection AddTasks(this IServiceCollection services) => services;

    public static IEndpointRouteBuilder MapTasks(this IEndpointRouteBuilder routes) => routes;
}
