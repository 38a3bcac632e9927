using Clipyard.Server.Api;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Requests.Answers;
using Clipyard.Server.Publishing.Requests.Listing;
using Clipyard.Server.Publishing.Requests.Waiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Clipyard.Server.Publishing.Requests;

/// <summary>Looking at posts.</summary>
internal static class PostReading
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/posts").WithTags("Publishing").RequireAuthorization(Scopes.Read);
        group
            .MapGet("", ListAsync)
            .WithName("ListPosts")
            .WithSummary("List posts")
            .WithDescription("Newest first. limit is 1 to 1,000, 50 unless given.");
        group
            .MapGet("/{post_id:guid}", GetAsync)
            .WithName("GetPost")
            .WithSummary("Show a post: how it stands, what is sent, what went wrong")
            .WithDescription(
                "Prefer: wait=N waits until it has arrived or ended, at most N seconds. The entity tag is the revision."
            )
            .ProducesProblem(StatusCodes.Status404NotFound);
        group
            .MapGet("/{post_id:guid}/events", EventsAsync)
            .WithName("ListPostEvents")
            .WithSummary("Read a post's log")
            .WithDescription("Oldest first, from acceptance on; nothing is ever taken out. limit is 100 unless given.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<PostListAnswer>> ListAsync(
        [AsParameters] PostFilter filter,
        string? limit,
        string? cursor,
        PostListing listing,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(await listing.ListAsync(new PostQuery(filter, limit, cursor), cancellationToken));

    private static async Task<Ok<PostAnswer>> GetAsync(
        [FromRoute(Name = "post_id")] Guid postId,
        HttpResponse response,
        PostWaiting posts,
        PostAnswers answers,
        IWaiting waiting,
        CancellationToken cancellationToken
    )
    {
        var post = await posts.WaitAsync(postId, PostStates.IsDelivered, waiting.For(TimeSpan.Zero), cancellationToken);
        return TypedResults.Ok(response.WithTag(await answers.ForAsync(post, cancellationToken)));
    }

    private static async Task<Ok<PostEventsAnswer>> EventsAsync(
        [FromRoute(Name = "post_id")] Guid postId,
        PostListing listing,
        CancellationToken cancellationToken,
        string? limit = null,
        string? cursor = null
    ) => TypedResults.Ok(await listing.EventsAsync(postId, limit, cursor, cancellationToken));
}
