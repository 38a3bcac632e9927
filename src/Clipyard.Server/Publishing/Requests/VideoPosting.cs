using System.Security.Claims;
using Clipyard.Server.Api;
using Clipyard.Server.Identity;
using Clipyard.Server.Publishing.Requests.Accepting;
using Clipyard.Server.Publishing.Requests.Answers;
using Clipyard.Server.Publishing.Requests.Documents;
using Clipyard.Server.Publishing.Requests.Waiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Clipyard.Server.Publishing.Requests;

/// <summary>Asking for a post of a video's address, as automations do: one handler behind every address it is asked at.</summary>
internal static class VideoPosting
{
    private const string Description =
        "Unless auto_approve is true, a person approves the post before anything reaches TikTok; true sends a draft at "
        + "once. What the body leaves out, the key's default_account_id and default_caption say. Members may be written "
        + "as texts (\"true\", \"1000\", \"tiktok\"), and left empty. `?api_key=` works, for keys that allow it. "
        + "callback_url is called once, when the post has come to an outcome.";

    /// <summary>Maps it, for callers who may make drafts.</summary>
    public static RouteHandlerBuilder MapVideoPosting(this IEndpointRouteBuilder routes, string pattern) =>
        routes
            .MapPost(pattern, MakeAsync)
            .RequireAuthorization(Scopes.Draft)
            .WithMetadata(new AllowKeyInQueryAttribute())
            .WithDescription(Description)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithExample(PostExamples.MakeFromAddress);

    private static async Task<Accepted<VideoPostAnswer>> MakeAsync(
        TolerantBody<VideoPostBody> body,
        ClaimsPrincipal caller,
        PostAcceptance acceptance,
        PostWaiting posts,
        PostAnswers answers,
        IIdempotency idempotency,
        IWaiting waiting,
        CancellationToken cancellationToken
    )
    {
        var rights = CallerRights.Of(caller);
        var wish = body.Value.ToWish().With(rights.Defaults);
        var id = await acceptance.AcceptAsync(wish, rights, idempotency, cancellationToken);
        var post = await posts.WaitAsync(id, Outcomes.IsSettled, waiting.For(TimeSpan.Zero), cancellationToken);
        var answer = new VideoPostAnswer(await answers.ForAsync(post, cancellationToken));
        return TypedResults.Accepted(answer.StatusUrl, answer);
    }
}
