using Clipyard.Failures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Clipyard.Server.Api.Problems;

/// <summary>Gives a problem document to answers that would be a bare status: no such route, wrong method, no key.</summary>
internal static class EmptyAnswers
{
    public static IApplicationBuilder UseEmptyAnswers(this IApplicationBuilder application) =>
        application.UseStatusCodePages(status => WriteAsync(status.HttpContext));

    private static Task WriteAsync(HttpContext context)
    {
        if (context.Response.StatusCode == StatusCodes.Status499ClientClosedRequest)
        {
            return Task.CompletedTask;
        }

        return ProblemAnswer.WriteAsync(context, Explain(context), context.Response.StatusCode);
    }

    private static ClipyardException Explain(HttpContext context) =>
        context.Response.StatusCode switch
        {
            StatusCodes.Status401Unauthorized => new ClipyardException(FailureCatalogue.Unauthenticated),
            StatusCodes.Status403Forbidden => new ClipyardException(FailureCatalogue.Forbidden),
            StatusCodes.Status404NotFound => new ClipyardException(
                FailureCatalogue.NotFound,
                $"There is nothing at {Shown.Short(context.Request.Path.ToUriComponent())}."
            )
            {
                Remedies = ["Check the address and the id; /docs lists every route."],
            },
            StatusCodes.Status405MethodNotAllowed => WrongMethod(context),
            StatusCodes.Status415UnsupportedMediaType => BadRequest.Explain(
                context,
                new BadHttpRequestException("", StatusCodes.Status415UnsupportedMediaType)
            ),
            StatusCodes.Status413PayloadTooLarge => BadRequest.Explain(
                context,
                new BadHttpRequestException("", StatusCodes.Status413PayloadTooLarge)
            ),
            StatusCodes.Status409Conflict => new ClipyardException(FailureCatalogue.Conflict),
            StatusCodes.Status429TooManyRequests => new ClipyardException(FailureCatalogue.RateLimited),
            >= StatusCodes.Status500InternalServerError => new ClipyardException(FailureCatalogue.InternalError),
            var other => new ClipyardException(
                FailureCatalogue.InvalidParameter,
                $"The request was refused with status {other}."
            ),
        };

    private static ClipyardException WrongMethod(HttpContext context)
    {
        var allowed = context.Response.Headers.Allow.ToString();
        return new ClipyardException(
            FailureCatalogue.InvalidParameter,
            $"{Shown.Short(context.Request.Method)} does not work here; {allowed} does."
        )
        {
            Remedies = [$"Use {allowed}; /docs lists every route."],
        };
    }
}
