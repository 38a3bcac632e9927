using System.Globalization;
using Clipyard.Failures;
using Clipyard.Server.Publishing.Attempts;
using Clipyard.Server.Publishing.Pausing;
using Clipyard.Server.Publishing.Sending;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Clipyard.Server.Publishing.Pulling;

/// <summary>Where TikTok fetches what it is told to fetch. The token in the address is its proof.</summary>
internal static class PullEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapMethods("/pull/{token}/{name}", [HttpMethods.Get, HttpMethods.Head], SendAsync)
            .AllowAnonymous()
            .WithTags("Accounts")
            .WithName("PullFile")
            .WithSummary("Fetch a file that is being posted")
            .WithDescription(
                "For TikTok only: the address is made for one attempt and told to nobody else. GET, HEAD and Range, any "
                    + "number of times; 410 when the attempt was given up."
            )
            .Produces(StatusCodes.Status200OK, contentType: "video/mp4")
            .Produces(StatusCodes.Status206PartialContent, contentType: "video/mp4")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .Produces(StatusCodes.Status410Gone)
            .Produces(StatusCodes.Status416RangeNotSatisfiable);

    private static async Task SendAsync(
        string token,
        string name,
        HttpContext context,
        PullGate gate,
        PullResponse response,
        PublishingPause pause,
        CancellationToken cancellationToken
    )
    {
        var pull = int.TryParse(
            Path.GetFileNameWithoutExtension(name),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var position
        )
            ? await gate.FindAsync(PullToken.HashOf(token), position, cancellationToken)
            : null;
        if (pull is null)
        {
            throw new ClipyardException(FailureCatalogue.NotFound);
        }

        var answer = context.Response;
        answer.Headers.CacheControl = "no-store";
        if (!pull.Attempt.IsLive)
        {
            answer.StatusCode = StatusCodes.Status410Gone;
            return;
        }

        if (pull.Attempt.State == AttemptState.Open && await pause.IsPausedAsync(cancellationToken))
        {
            answer.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        await AnswerAsync(context, pull, response, cancellationToken);
    }

    private static async Task AnswerAsync(
        HttpContext context,
        PullFile pull,
        PullResponse response,
        CancellationToken cancellationToken
    )
    {
        var length = pull.File.Bytes;
        if (PullRange.Of(context.Request, length) is not { } range)
        {
            PullRange.Refuse(context.Response, length);
            return;
        }

        range.Announce(context.Response, pull.File.ContentType, length);
        if (HttpMethods.IsGet(context.Request.Method))
        {
            await response.SendAsync(context, pull, range.From, range.Count, cancellationToken);
        }
    }
}
