using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Pages;

/// <summary>The web pages. They are a client of the interface like every other; the server only hands them out.</summary>
internal static class PagesFeature
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddOptions<PagesOptions>().BindConfiguration(PagesOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PagesOptions>, PagesOptionsValidator>();
        services.AddSingleton<PageFiles>();
        services.AddSingleton<PageAddresses>();
        services.AddSingleton<PagePolicy>();
        return services;
    }

    /// <summary>Behind routing, before callers are recognised: who may see the sign-in page is everybody.</summary>
    public static IApplicationBuilder UsePages(this IApplicationBuilder application) =>
        application.UseMiddleware<PagesMiddleware>();
}
