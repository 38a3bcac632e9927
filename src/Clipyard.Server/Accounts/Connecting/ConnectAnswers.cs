using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Api.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Clipyard.Server.Accounts.Connecting;

/// <summary>Answers browsers that come back from TikTok: with a redirect to the page that asked, or with a page.</summary>
internal sealed class ConnectAnswers(ReturnAddress returnAddress, BrowserMark marks, IPublicAddress address)
{
    /// <summary>Whether the caller is somebody in front of a browser. Programs get problem documents.</summary>
    public static bool WantsPage(HttpContext context) =>
        context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    /// <summary>The answer to what became of an attempt.</summary>
    /// <param name="context">The request.</param>
    /// <param name="outcome">What became of it.</param>
    /// <param name="browser">The browser's mark, to be kept for the question.</param>
    public Results<ContentHttpResult, RedirectHttpResult> Of(
        HttpContext context,
        ConnectOutcome outcome,
        string? browser
    )
    {
        context.Response.Headers.CacheControl = "no-store";
        switch (outcome)
        {
            case ConnectOutcome.Question question:
                if (browser is not null)
                {
                    marks.Put(context, browser);
                }

                var action = address.Absolute(ConnectEndpoints.ConfirmPath);
                return Page(ConnectPages.Question(question, action, address.Base.Authority));

            case ConnectOutcome.Connected { AskedFirst: true } connected:
                return Page(ConnectPages.Connected(connected.Account, Back(connected)));

            case ConnectOutcome.Connected connected:
                return TypedResults.Redirect(Back(connected));

            case ConnectOutcome.Failed { AskedFirst: true } failed:
                return WantsPage(context) ? Failed(context, failed.Error) : throw failed.Error;

            case ConnectOutcome.Failed failed:
                context.Features.Set(new AnsweredFailure(failed.Error.Code));
                return TypedResults.Redirect(
                    returnAddress.With(failed.ReturnTo, new("tiktok", "failed"), new("code", failed.Error.Code))
                );

            default:
                throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "There is no answer to this.");
        }
    }

    /// <summary>A page that says what went wrong.</summary>
    public static ContentHttpResult Failed(HttpContext context, ClipyardException error)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Features.Set(new AnsweredFailure(error.Code));
        return Page(ConnectPages.Failed(error), FailureStatuses.Of(error.Failure));
    }

    private string Back(ConnectOutcome.Connected connected) =>
        returnAddress.With(
            connected.ReturnTo,
            new("tiktok", "connected"),
            new("account_id", $"{connected.Account.Id}")
        );

    private static ContentHttpResult Page(string html, int status = StatusCodes.Status200OK) =>
        TypedResults.Text(html, PlainPage.ContentType, statusCode: status);
}
