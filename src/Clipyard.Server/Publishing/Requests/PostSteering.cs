using System.Security.Claims;
using Clipyard.Server.Api;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Requests.Accepting;
using Clipyard.Server.Publishing.Requests.Answers;
using Clipyard.Server.Publishing.Requests.Changing;
using Clipyard.Server.Publishing.Requests.Documents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Clipyard.Server.Publishing.Requests;

/// <summary>Changing posts, saying yes or no to them, stopping them, trying again.</summary>
internal static class PostSteering
{
    private const string OnePost = "/{post_id:guid}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/posts").WithTags("Publishing");
        group.ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        MapDrafting(group.MapGroup("").RequireAuthorization(Scopes.Draft));
        MapApproving(group.MapGroup("").RequireAuthorization(Scopes.Approve));
    }

    private static void MapDrafting(RouteGroupBuilder group)
    {
        group
            .MapPatch(OnePost, EditAsync)
            .WithName("EditPost")
            .WithSummary("Change a post that TikTok has not been told of")
            .WithDescription(
                "Texts, settings, time, account and mode, while it is awaiting_approval, scheduled or queued; later 409 "
                    + "not_editable. If-Match, version or revision make sure that it is still what was looked at. A change "
                    + "of what was approved voids the approval."
            )
            .WithExample(PostExamples.Patch);
        group
            .MapPost(OnePost + "/cancel", CancelAsync)
            .WithName("CancelPost")
            .WithSummary("Cancel a post")
            .WithDescription(
                "Works until the end of the file may be with TikTok; from then on 409 not_cancellable. Asking again is "
                    + "harmless."
            );
        group
            .MapPost(OnePost + "/retry", RetryAsync)
            .WithName("RetryPost")
            .WithSummary("Send a failed post again")
            .WithDescription(
                "From its files, or from its source when they are gone. When TikTok never told the outcome: 409 "
                    + "outcome_uncertain, unless somebody with the scope approve has looked and says not_posted."
            )
            .WithExample(PostExamples.Retry);
    }

    private static void MapApproving(RouteGroupBuilder group)
    {
        group
            .MapPost(OnePost + "/approve", ApproveAsync)
            .WithName("ApprovePost")
            .WithSummary("Approve a version of a post")
            .WithDescription(
                "What was approved is what is sent: 409 conflict when the post is at another version by now."
            )
            .WithExample(PostExamples.Approve);
        group
            .MapPost(OnePost + "/reject", RejectAsync)
            .WithName("RejectPost")
            .WithSummary("Reject a post that waits for an approval")
            .WithDescription("It ends as rejected; the reason stands in its log.")
            .WithExample(PostExamples.Reject);
    }

    private static async Task<Ok<PostAnswer>> EditAsync(
        [FromRoute(Name = "post_id")] Guid postId,
        PatchBody body,
        [FromHeader(Name = "If-Match")]
        [System.ComponentModel.Description("The entity tag that was looked at: the revision in quotes.")]
            string? ifMatch,
        ClaimsPrincipal caller,
        PostEditing editing,
        PostAnswers answers,
        HttpResponse response,
        CancellationToken cancellationToken
    )
    {
        var post = await editing.EditAsync(postId, body, ifMatch, CallerRights.Of(caller), cancellationToken);
        return await AnswerAsync(post, answers, response, cancellationToken);
    }

    private static async Task<Ok<PostAnswer>> CancelAsync(
        [FromRoute(Name = "post_id")] Guid postId,
        PostCancellation cancellation,
        PostAnswers answers,
        HttpResponse response,
        CancellationToken cancellationToken
    ) =>
        await AnswerAsync(
            await cancellation.CancelAsync(postId, cancellationToken),
            answers,
            response,
            cancellationToken
        );

    private static async Task<Accepted<PostAnswer>> RetryAsync(
        [FromRoute(Name = "post_id")] Guid postId,
        RetryBody? body,
        ClaimsPrincipal caller,
        PostRetry retry,
        PostAnswers answers,
        HttpResponse response,
        CancellationToken cancellationToken
    )
    {
        var post = await retry.RetryAsync(postId, body?.NotPosted == true, CallerRights.Of(caller), cancellationToken);
        var answer = response.WithTag(await answers.ForAsync(post, cancellationToken));
        return TypedResults.Accepted(answer.StatusUrl, answer);
    }

    private static async Task<Ok<PostAnswer>> ApproveAsync(
        [FromRoute(Name = "post_id")] Guid postId,
        ApprovalBody body,
        ClaimsPrincipal caller,
        PostApproval approval,
        PostAnswers answers,
        HttpResponse response,
        CancellationToken cancellationToken
    )
    {
        var approver = CallerRights.Of(caller).Actor;
        var post = await approval.ApproveAsync(postId, body.Version, approver, also: null, cancellationToken);
        return await AnswerAsync(post, answers, response, cancellationToken);
    }

    private static async Task<Ok<PostAnswer>> RejectAsync(
        [FromRoute(Name = "post_id")] Guid postId,
        ApprovalBody? body,
        ClaimsPrincipal caller,
        PostApproval approval,
        PostAnswers answers,
        HttpResponse response,
        CancellationToken cancellationToken
    )
    {
        var rejecter = CallerRights.Of(caller).Actor;
        var post = await approval.RejectAsync(postId, body ?? new(), rejecter, also: null, cancellationToken);
        return await AnswerAsync(post, answers, response, cancellationToken);
    }

    // What was asked for was done, also when it was to end the post.
    private static async Task<Ok<PostAnswer>> AnswerAsync(
        Post post,
        PostAnswers answers,
        HttpResponse response,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(response.WithTag(await answers.ForAsync(post, cancellationToken) with { Success = true }));
}
