using Clipyard.Server.Identity;
using Clipyard.Server.Publishing.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Automation.N8n;

/// <summary>The two routes that n8n's HTTP Request node is pointed at.</summary>
internal static class N8nFeature
{
    public static IServiceCollection AddN8n(this IServiceCollection services) => services.AddScoped<ConnectionTest>();

    public static IEndpointRouteBuilder MapN8n(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Automation");
        group
            .MapVideoPosting("/webhook/n8n/video-upload")
            .WithName("MakeVideoPostFromN8n")
            .WithSummary("Post a video from its address, from n8n");
        group
            .MapGet("/n8n/test-connection", TestAsync)
            .RequireAuthorization()
            .WithMetadata(new AllowKeyInQueryAttribute())
            .WithName("TestN8nConnection")
            .WithSummary("Whether address and key are right")
            .WithDescription(
                "For any key, whatever its scopes. tiktok_connected: at least one account can be used; accounts lists "
                    + "those that nobody has disconnected. `?api_key=` works, for keys that allow it."
            )
            .ProducesProblem(StatusCodes.Status401Unauthorized);
        return routes;
    }

    private static async Task<Ok<ConnectionAnswer>> TestAsync(
        ConnectionTest test,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(await test.RunAsync(cancellationToken));
}
