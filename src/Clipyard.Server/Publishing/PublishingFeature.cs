using Clipyard.Server.Accounts;
using Clipyard.Server.Jobs;
using Clipyard.Server.Publishing.Attempts;
using Clipyard.Server.Publishing.Pausing;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Preparing;
using Clipyard.Server.Publishing.Pulling;
using Clipyard.Server.Publishing.Quota;
using Clipyard.Server.Publishing.Requests;
using Clipyard.Server.Publishing.Sending;
using Clipyard.Server.Publishing.Watching;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Publishing;

/// <summary>Posts, on their way out.</summary>
internal static class PublishingFeature
{
    // Of the engine's 64 places: no kind keeps the others out.
    private const int SendsAtOnce = 24;
    private const int WatchesAtOnce = 16;

    public static IServiceCollection AddPublishing(this IServiceCollection services)
    {
        services.AddOptions<PublishingOptions>().BindConfiguration(PublishingOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PublishingOptions>, PublishingOptionsValidator>();
        services.AddSingleton<PublishingMetrics>();
        services.AddScoped<PostLog>();
        services.AddScoped<AttemptLedger>();
        services.AddScoped<PostSetbacks>();
        services.AddSingleton<IPostWaker, PostWaker>();
        services.AddSingleton<PostLaneView>();
        services.AddSingleton<PostClaims>();
        services.AddSingleton<PostLaneRunner>();
        services.AddScoped<PostLaneSweep>();
        services.AddScoped<ISweep>(provider => provider.GetRequiredService<PostLaneSweep>());
        services.AddSingleton<SentMark>();
        services.AddSingleton<PublishingPause>();
        services.AddSingleton<IPublishingPause>(provider => provider.GetRequiredService<PublishingPause>());
        services.AddSending();
        services.AddWatching();
        services.AddPostRequests();
        services.AddScoped<WaitingPosts>();
        services.AddScoped<AccountQuota>();
        services.AddSingleton<PullGate>();
        services.AddSingleton<PullResponse>();
        services.AddPreparing();
        return services;
    }

    public static IEndpointRouteBuilder MapPublishing(this IEndpointRouteBuilder routes)
    {
        PullEndpoint.Map(routes);
        PauseEndpoints.Map(routes);
        QuotaEndpoint.Map(routes);
        WebhookEndpoint.Map(routes);
        routes.MapPostRequests();
        return routes;
    }

    private static void AddSending(this IServiceCollection services)
    {
        services.AddLane(PostLanes.Prepare, options => options.MaxPreparations);
        services.AddLane(PostLanes.Send, _ => SendsAtOnce);
        services.AddLane(PostLanes.Upload, options => options.MaxUploads);
        services.AddKeyedScoped<IPostStep, PrepareStep>(PostLanes.Prepare);
        services.AddKeyedScoped<IPostStep, SendStep>(PostLanes.Send);
        services.AddKeyedScoped<IPostStep, UploadStep>(PostLanes.Upload);
        services.AddScoped<SendChecks>();
        services.AddScoped<DailyLimits>();
        services.AddScoped<Inits>();
        services.AddSingleton<UploadAddresses>();
        services.AddSingleton<ChunkRefusals>();
        services.AddSingleton<UploadStandings>();
        services.AddSingleton<UploadProgressBoard>();
        services.AddSingleton<DownloadProgressBoard>();
        services.AddScoped<IAccountObserver, LeavingAccount>();
    }

    private static void AddWatching(this IServiceCollection services)
    {
        services.AddSingleton<WatchLane>();
        services.AddSingleton(provider => new LaneKind(
            PostLanes.Watch,
            WatchesAtOnce,
            provider.GetRequiredService<WatchLane>()
        ));
        services.AddScoped<StatusReading>();
        services.AddScoped<OwnVideoSearch>();
        services.AddSingleton<Notices>();
        services.AddScoped<ISweep, NoticeSweep>();
    }

    private static void AddLane(this IServiceCollection services, string prefix, Func<PublishingOptions, int> atOnce) =>
        services.AddSingleton(provider => new LaneKind(
            prefix,
            atOnce(provider.GetRequiredService<IOptions<PublishingOptions>>().Value),
            provider.GetRequiredService<PostLaneRunner>()
        ));
}
