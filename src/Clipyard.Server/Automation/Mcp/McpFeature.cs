using Clipyard.Server.Accounts.Answers;
using Clipyard.Server.Archive.Clips;
using Clipyard.Server.Archive.Students;
using Clipyard.Server.Automation.Mcp.Answers;
using Clipyard.Server.Automation.Mcp.Calls;
using Clipyard.Server.Automation.Mcp.Http;
using Clipyard.Server.Automation.Mcp.Tools;
using Clipyard.Server.Identity;
using Clipyard.Server.Jobs;
using Clipyard.Server.Publishing.Requests.Answers;
using Clipyard.Server.Publishing.Requests.Listing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Server;

namespace Clipyard.Server.Automation.Mcp;

/// <summary>The Model Context Protocol: the archive and publishing as tools of a language model.</summary>
internal static class McpFeature
{
    public const string Path = "/mcp";

    public static IServiceCollection AddMcp(this IServiceCollection services)
    {
        services.AddSingleton<McpOrigins>();
        services.AddSingleton<ToolJson>();
        services.AddSingleton<ToolServer>();
        services.AddScoped<CallIdempotency>();
        services.AddTool<LookUpVideo, LookUpVideoArguments, Archive.Posts.VideoInfoAnswer>();
        services.AddTool<ArchiveVideos, ArchiveVideosArguments, JobResponse>();
        services.AddTool<ArchiveStudent, ArchiveStudentArguments, JobResponse>();
        services.AddTool<GetJob, GetJobArguments, JobResponse>();
        services.AddTool<ListStudents, ListStudentsArguments, StudentsAnswer>();
        services.AddTool<ListClips, ListClipsArguments, VideosAnswer>();
        services.AddTool<ListAccounts, NoArguments, StatusAnswer>();
        services.AddTool<MakePost, MakePostArguments, MadePostAnswer>();
        services.AddTool<GetPost, GetPostArguments, PostAnswer>();
        services.AddTool<ListPosts, ListPostsArguments, PostListAnswer>();
        services.AddTool<CancelPost, CancelPostArguments, PostAnswer>();
        return services;
    }

    public static IEndpointRouteBuilder MapMcp(this IEndpointRouteBuilder routes)
    {
        // Only keys: whoever has a browser's session has the pages, and a model that drives the browser has no say here.
        var onlyKeys = new AuthorizationPolicyBuilder(ApiKeyAuthentication.SchemeName)
            .RequireAuthenticatedUser()
            .Build();
        routes
            .MapPost(Path, McpEndpoint.HandleAsync)
            .RequireAuthorization(onlyKeys)
            .WithTags("Automation")
            .WithName("CallMcp")
            .ExcludeFromDescription();
        return routes;
    }

    private static void AddTool<TTool, TArguments, TAnswer>(this IServiceCollection services)
        where TTool : class, ITool<TArguments, TAnswer>
        where TArguments : class
        where TAnswer : class
    {
        services.AddScoped<TTool>();
        services.AddSingleton<McpServerTool, ScopedTool<TTool, TArguments, TAnswer>>();
    }
}
