using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Network;

/// <summary>Asking addresses that others gave.</summary>
internal static class NetworkFeature
{
    public static IServiceCollection AddNetwork(this IServiceCollection services)
    {
        services.AddOptions<NetworkOptions>().BindConfiguration(NetworkOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<NetworkOptions>, NetworkOptionsValidator>();
        services.AddSingleton<TrustedOrigins>();
        services.AddSingleton<AddressForm>();
        services.AddSingleton<IHostResolver, SystemHostResolver>();
        services.AddSingleton<IDialer, SocketDialer>();
        services.AddSingleton<GuardedConnector>();
        services.AddSingleton<IGuardedHttp, GuardedHttp>();
        return services;
    }
}
