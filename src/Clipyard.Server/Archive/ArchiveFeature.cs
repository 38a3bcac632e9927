using Clipyard.Server.Archive.Provenance;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Archive;

/// <summary>Students and their kept clips.</summary>
internal static class ArchiveFeature
{
    public static IServiceCollection AddArchive(this IServiceCollection services) => services.AddProvenance();

    public static IEndpointRouteBuilder MapArchive(this IEndpointRouteBuilder routes) => routes.MapProvenance();
}
