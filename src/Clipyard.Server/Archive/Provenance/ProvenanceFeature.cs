using Clipyard.Server.Archive.Provenance.Verifying;
using Clipyard.Server.Jobs;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Archive.Provenance;

/// <summary>The archive's proof.</summary>
internal static class ProvenanceFeature
{
    /// <summary>Reading is bound by the disk: more at once would only make each slower.</summary>
    private const int VerifiesAtOnce = 2;

    public static IServiceCollection AddProvenance(this IServiceCollection services)
    {
        services.AddSingleton<ArchiveKey>();
        services.AddSingleton<IRecordChain, RecordChain>();
        services.AddSingleton<InfoWriter>();
        services.AddScoped<ISweep, InfoSweep>();

        services.AddSingleton<RunningHashes>();
        services.AddScoped<ObjectReader>();
        services.AddScoped<FileCheck>();
        services.AddScoped<RecordCheck>();
        services.AddScoped<ChainCheck>();
        services.AddScoped<ClipCheck>();
        services.AddScoped<OrphanCheck>();
        services.AddScoped<ArchiveVerifier>();
        services.AddScoped<ClipVerification>();
        services.AddScoped<Verification>();
        services.AddSingleton(provider => new LaneKind(
            VerifyHandler.LanePrefix,
            VerifiesAtOnce,
            provider.GetRequiredService<LaneRunner>()
        ));
        services.AddKeyedScoped<IJobHandler, VerifyHandler>(VerifyHandler.Kind);
        return services;
    }

    public static IEndpointRouteBuilder MapProvenance(this IEndpointRouteBuilder routes)
    {
        VerifyEndpoints.Map(routes);
        return routes;
    }
}
