using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Storage;

/// <summary>Where kept files are, and the addresses they are fetched from.</summary>
internal static class StorageFeature
{
    public static IServiceCollection AddStorage(this IServiceCollection services) => services;

    public static IEndpointRouteBuilder MapStorage(this IEndpointRouteBuilder routes) => routes;
}
