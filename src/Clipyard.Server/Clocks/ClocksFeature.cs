using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Clocks;

/// <summary>The clock.</summary>
internal static class ClocksFeature
{
    public static IServiceCollection AddClock(
        this IServiceCollection services,
        ServerSetup setup,
        IConfiguration configuration
    )
    {
        if (
            !setup.FollowSandboxClock
            || !Uri.TryCreate(configuration[nameof(ServerOptions.TikTokAddress)], UriKind.Absolute, out var sandbox)
        )
        {
            services.AddSingleton(setup.TimeProvider);
            return services;
        }

        services.AddSingleton(_ => new SandboxTime(sandbox, setup.TimeProvider));
        services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<SandboxTime>());
        services.AddHostedService<SandboxClockReader>();
        return services;
    }
}
