using Clipyard.Server.Jobs;
using Clipyard.Server.Publishing.Preparing.Checks;
using Clipyard.Server.Publishing.Preparing.Ending;
using Clipyard.Server.Publishing.Preparing.Sources;
using Clipyard.Server.Publishing.Preparing.Staging;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Publishing.Preparing;

/// <summary>From what was asked to files that can be sent.</summary>
internal static class PreparingFeature
{
    public static IServiceCollection AddPreparing(this IServiceCollection services)
    {
        services.AddSingleton<StagedFileMetrics>();
        services.AddSingleton<ByteLimits>();
        services.AddSingleton<VideoCheck>();
        services.AddSingleton<VideoMending>();
        services.AddScoped<ClipSource>();
        services.AddScoped<OwnAddresses>();
        services.AddScoped<AddressSource>();
        services.AddScoped<SourceFiles>();
        services.AddScoped<FileStager>();
        services.AddScoped<FileRows>();
        services.AddScoped<CreatorQuestion>();
        services.AddScoped<FileChecks>();
        services.AddScoped<PostPreparation>();
        services.AddScoped<StagedFileEnd>();
        services.AddScoped<ISweep, StagedFileSweep>();
        services.AddScoped<ISweep, StagedObjectSweep>();
        return services;
    }
}
