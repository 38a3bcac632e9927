using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Jobs;

/// <summary>Background work.</summary>
internal static class JobsFeature
{
    public static IServiceCollection AddJobs(this IServiceCollection services, ServerSetup setup) => services;

    public static IEndpointRouteBuilder MapJobs(this IEndpointRouteBuilder routes) => routes;
}
