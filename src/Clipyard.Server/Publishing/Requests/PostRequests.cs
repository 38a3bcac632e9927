using Clipyard.Server.Events;
using Clipyard.Server.Identity;
using Clipyard.Server.Publishing.Requests.Accepting;
using Clipyard.Server.Publishing.Requests.Answers;
using Clipyard.Server.Publishing.Requests.Bulk;
using Clipyard.Server.Publishing.Requests.Changing;
using Clipyard.Server.Publishing.Requests.Files;
using Clipyard.Server.Publishing.Requests.Links;
using Clipyard.Server.Publishing.Requests.Listing;
using Clipyard.Server.Publishing.Requests.Uploading;
using Clipyard.Server.Publishing.Requests.Waiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Publishing.Requests;

/// <summary>Asking for posts, looking at them, changing them.</summary>
internal static class PostRequests
{
    public static IServiceCollection AddPostRequests(this IServiceCollection services)
    {
        services.AddSingleton<PostWaiters>();
        services.AddSingleton<ICommitObserver>(provider => provider.GetRequiredService<PostWaiters>());
        services.AddSingleton<ScheduleReader>();
        services.AddSingleton<CallbackAddress>();
        services.AddScoped<PostAccounts>();
        services.AddScoped<IKeyDefaultsCheck, KeyDefaultsCheck>();
        services.AddScoped<PostSources>();
        services.AddScoped<TaskPosts>();
        services.AddScoped<PostAcceptance>();
        services.AddScoped<IPosts, OwnerPosts>();
        services.AddScoped<IPostCallbacks, PostCallbacks>();
        services.AddScoped<PostAnswers>();
        services.AddScoped<PostListing>();
        services.AddScoped<PostWaiting>();
        services.AddScoped<PostChanges>();
        services.AddScoped<PostEditing>();
        services.AddScoped<PostApproval>();
        services.AddScoped<StagedFiles>();
        services.AddApprovalLinks();
        services.AddScoped<PostCancellation>();
        services.AddScoped<PostRetry>();
        services.AddScoped<RefusedFiles>();
        services.AddScoped<UploadReader>();
        services.AddScoped<UploadedPosts>();
        services.AddBulkRequests();
        return services;
    }

    public static IEndpointRouteBuilder MapPostRequests(this IEndpointRouteBuilder routes)
    {
        PostMaking.Map(routes);
        PostReading.Map(routes);
        PostSteering.Map(routes);
        StagedFileEndpoint.Map(routes);
        routes.MapApprovalLinks();
        UploadEndpoint.Map(routes);
        routes.MapBulkRequests();
        return routes;
    }
}
