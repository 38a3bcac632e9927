using Clipyard.Server.Archive.Clips;
using Clipyard.Server.Archive.Fetching;
using Clipyard.Server.Archive.Figures;
using Clipyard.Server.Archive.Importing;
using Clipyard.Server.Archive.Posts;
using Clipyard.Server.Archive.Provenance;
using Clipyard.Server.Archive.Students;
using Clipyard.Server.Archive.TikTok;
using Clipyard.Server.Jobs;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Archive;

/// <summary>Students and their kept clips.</summary>
internal static class ArchiveFeature
{
    public static IServiceCollection AddArchive(this IServiceCollection services)
    {
        services.AddOptions<TikTokOptions>().BindConfiguration(TikTokOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TikTokOptions>, TikTokOptionsValidator>();
        services.AddOptions<ArchiveOptions>().BindConfiguration(ArchiveOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ArchiveOptions>, ArchiveOptionsValidator>();
        services.AddSingleton(CreateClient);

        services.AddProvenance();
        services.AddImport();
        services.AddSingleton<PostGate>();
        services.AddSingleton<ListedPosts>();
        services.AddScoped<KeptPosts>();
        services.AddScoped<ClipClaim>();
        services.AddScoped<ItemLedger>();
        services.AddScoped<ObjectRemoval>();
        services.AddScoped<ISweep, DoomedObjectSweep>();
        services.AddScoped<PostKeeper>();
        services.AddScoped<PostWork>();
        services.AddScoped<PostRun>();
        services.AddScoped<PostsEnd>();
        services.AddKeyedScoped<IJobHandler, StudentDownloadHandler>(JobKinds.StudentDownload);
        services.AddKeyedScoped<IJobHandler, DownloadsHandler>(JobKinds.Downloads);

        services.AddScoped<ClipAnswers>();
        services.AddScoped<IClipPictures, ClipThumbnails>();
        services.AddScoped<ClipListing>();
        services.AddScoped<ClipDetails>();
        services.AddScoped<JobAcceptance>();
        services.AddScoped<StudentDirectory>();
        services.AddScoped<IStudentArchive, StudentArchive>();
        services.AddScoped<StudentListing>();
        services.AddScoped<StudentProfiles>();
        services.AddScoped<StudentDownloads>();
        services.AddScoped<ArchiveRemoval>();
        services.AddScoped<LinkDownloads>();
        services.AddScoped<RetriedDownloads>();
        return services;
    }

    public static IEndpointRouteBuilder MapArchive(this IEndpointRouteBuilder routes)
    {
        StudentEndpoints.Map(routes, "/tiktok", "");
        StudentEndpoints.Map(routes, "/api/tiktok", "UnderApi");
        LinkEndpoints.Map(routes);
        ArchiveFiguresEndpoint.Map(routes);
        ClipEndpoints.Map(routes);
        routes.MapProvenance();
        return routes;
    }

    /// <summary>One for the whole process: it holds the politeness, the cookies and the remembered answers.</summary>
    private static ClipyardClient CreateClient(IServiceProvider services) =>
        new(
            services
                .GetRequiredService<IOptions<TikTokOptions>>()
                .Value.ToClipyardOptions(services.GetRequiredService<IOptions<ServerOptions>>().Value.TikTokAddress),
            services.GetRequiredService<ILoggerFactory>(),
            services.GetRequiredService<TimeProvider>()
        );
}
