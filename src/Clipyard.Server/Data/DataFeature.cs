using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Data;

/// <summary>The database.</summary>
internal static class DataFeature
{
    public static IServiceCollection AddData(this IServiceCollection services, ServerSetup setup)
    {
        services.AddSingleton(setup.Database);
        services.AddSingleton<CreationStamps>();
        services.AddScoped<IOwnerScope, OwnerScope>();
        services.AddSingleton<WriteGateInterceptor>();
        services.AddDbContext<ClipyardDb>(
            (provider, options) =>
            {
                setup.Database.Configure(options, provider.GetRequiredService<ServerPaths>().Root);
                options.AddInterceptors(provider.GetRequiredService<WriteGateInterceptor>(), OwnerGuard.Instance);
            }
        );
        setup.Database.AddServices(services);
        return services;
    }

    /// <summary>Builds what EF Core would build at the first query.</summary>
    public static void BuildModel(IServiceProvider services)
    {
        using var scope = services.CreateScope();
        _ = scope.ServiceProvider.GetRequiredService<ClipyardDb>().Model;
    }
}
