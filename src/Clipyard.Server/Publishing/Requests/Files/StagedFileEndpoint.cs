using System.ComponentModel;
using Clipyard.Server.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Clipyard.Server.Publishing.Requests.Files;

/// <summary>Looking at what a post would send, before it is approved.</summary>
internal static class StagedFileEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/posts/{post_id:guid}/files/{position:int}", SendAsync)
            .RequireAuthorization(Scopes.Read)
            .WithTags("Publishing")
            .WithName("GetPostFile")
            .WithSummary("A file of a post, as it would be sent")
            .WithDescription(
                "The staged file: after repair, byte for byte what an approval is for. 404 before it is ready and after the "
                    + "post has arrived or ended, when it is deleted. Ranges are answered."
            )
            .Produces(StatusCodes.Status200OK, contentType: "video/mp4")
            .Produces(StatusCodes.Status206PartialContent, contentType: "video/mp4")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .Produces(StatusCodes.Status416RangeNotSatisfiable);

    private static async Task SendAsync(
        [FromRoute(Name = "post_id")] Guid postId,
        [Description("Which of the post's files, from 0.")] int position,
        HttpContext context,
        StagedFiles files,
        CancellationToken cancellationToken
    )
    {
        // Somebody else's file: whatever is in it, it runs nothing here.
        context.Response.Headers.ContentSecurityPolicy = "sandbox";
        context.Response.Headers.CacheControl = "no-store";
        await files.SendAsync(context, postId, position, cancellationToken);
    }
}
