using Clipyard.Server.Jobs;
using Clipyard.Server.Uploads.Tus;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Uploads;

/// <summary>Files that come in to be posted.</summary>
internal static class UploadsFeature
{
    public static IServiceCollection AddUploads(this IServiceCollection services)
    {
        services.AddOptions<UploadOptions>().BindConfiguration(UploadOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<UploadOptions>, UploadOptionsValidator>();
        services.AddSingleton<UploadFiles>();
        services.AddSingleton<UploadTurns>();
        services.AddScoped<UploadRows>();
        services.AddScoped<UploadWriter>();
        services.AddScoped<IUploads, ReceivedUploads>();
        services.AddScoped<ISweep, UploadSweep>();
        return services;
    }

    public static IEndpointRouteBuilder MapUploads(this IEndpointRouteBuilder routes)
    {
        UploadEndpoints.Map(routes);
        return routes;
    }
}
