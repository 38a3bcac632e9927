using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Archive.Importing;

/// <summary>Taking over archives of other systems.</summary>
internal static class ImportFeature
{
    public static IServiceCollection AddImport(this IServiceCollection services)
    {
        services.AddScoped<ImportCheck>();
        services.AddScoped<Importer>();
        services.AddScoped<ImportRun>();
        return services;
    }
}
