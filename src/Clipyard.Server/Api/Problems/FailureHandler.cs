using Clipyard.Failures;
using Clipyard.Server.Api.Idempotency;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Api.Problems;

/// <summary>Turns whatever a request ends with into a problem document. Nobody gets a stack trace.</summary>
internal sealed partial class FailureHandler(ILogger<FailureHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext,
        Exception exception,
        CancellationToken cancellationToken
    )
    {
        var (failure, status) = Translate(httpContext, exception);
        await ProblemAnswer.WriteAsync(httpContext, failure, status);
        return true;
    }

    private (ClipyardException Failure, int? Status) Translate(HttpContext context, Exception exception)
    {
        switch (exception)
        {
            case ClipyardException failure:
                if (FailureStatuses.Of(failure.Failure) >= StatusCodes.Status500InternalServerError)
                {
                    LogFailure(failure.Code, failure.Message, failure.InnerException);
                }

                return (failure, null);

            case BadHttpRequestException bad:
                return (BadRequest.Explain(context, bad), bad.StatusCode);

            case DbUpdateException lost when lost.Entries.Any(entry => entry.Entity is IdempotencyRecord):
                return (IdempotencyMiddleware.StillRunning(), null);

            default:
                LogUnexpected(exception);
                return (new ClipyardException(FailureCatalogue.InternalError), null);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Failed with {Code}: {Reason}")]
    private partial void LogFailure(string code, string reason, Exception? cause);

    [LoggerMessage(Level = LogLevel.Error, Message = "A request ended in a way that it should not have")]
    private partial void LogUnexpected(Exception error);
}
