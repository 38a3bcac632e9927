using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Archive.Provenance;

/// <summary>The archive's proof.</summary>
internal static class ProvenanceFeature
{
    public static IServiceCollection AddProvenance(this IServiceCollection services)
    {
        services.AddSingleton<ArchiveKey>();
        services.AddSingleton<IRecordChain, RecordChain>();
        return services;
    }

    public static IEndpointRouteBuilder MapProvenance(this IEndpointRouteBuilder routes) => routes;
}
