using Clipyard.Server.Jobs;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Storage;

/// <summary>Where kept files are, and the addresses they are fetched from.</summary>
internal static class StorageFeature
{
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
        services.AddSingleton<IDiskSpace, DiskSpace>();
        services.AddSingleton<DiskMediaStore>();
        services.AddSingleton<IMediaStore>(provider => provider.GetRequiredService<DiskMediaStore>());
        services.AddSingleton<MediaSignature>();
        services.AddSingleton<MediaGate>();
        services.AddSingleton<MediaResponse>();
        services.AddSingleton<IMediaAddresses, MediaAddresses>();
        services.AddSingleton<TemporaryFiles>();
        services.AddSingleton<StorageMetrics>();
        services.AddScoped<ISweep, TemporaryFileSweep>();
        return services;
    }

    public static IEndpointRouteBuilder MapStorage(this IEndpointRouteBuilder routes)
    {
        routes.ServiceProvider.GetRequiredService<StorageMetrics>(); // begins to measure
        routes.MapMedia();
        return routes;
    }
}
