using System.Globalization;
using Clipyard.Failures;
using Clipyard.TikTokApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Api.Problems;

/// <summary>Answers a request with a problem document. The one place where one is written.</summary>
internal static class ProblemAnswer
{
    /// <summary>Answers with a failure, under its own status unless HTTP has a more exact one (405, 415).</summary>
    public static Task WriteAsync(HttpContext context, ClipyardException failure, int? status = null)
    {
        var problem = Of(context, failure, status ?? FailureStatuses.Of(failure.Failure));
        var response = context.Response;
        response.StatusCode = problem.Status;
        response.Headers.CacheControl = "no-store";
        if (problem.RetryAfter is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        context.Features.Set(new AnsweredFailure(problem.Code));
        return response.WriteAsJsonAsync(
            problem,
            options: null,
            contentType: Problem.ContentType,
            cancellationToken: context.RequestAborted
        );
    }

    private static Problem Of(HttpContext context, ClipyardException failure, int status)
    {
        var remedies = failure.Remedies is { Count: > 0 } given ? given : [failure.Failure.Remedy];
        return new Problem
        {
            Type = context
                .RequestServices.GetRequiredService<IPublicAddress>()
                .Absolute($"problems/{failure.Failure.Code}"),
            Title = failure.Failure.Message,
            Status = status,
            Detail = failure.Detail ?? failure.Failure.Message,
            Instance = context.Request.Path.ToUriComponent(),
            Code = failure.Code,
            Remedy = remedies[0],
            Remedies = remedies,
            Parameter = failure.Parameter,
            RetryAfter = failure.RetryAfter is { } delay ? Seconds(delay) : null,
            TikTokCode = (failure as TikTokApiException)?.TikTokCode,
            TikTokLogId = (failure as TikTokApiException)?.LogId,
            Errors = (failure as RowsRefusedException)?.Errors,
            ErrorCount = (failure as RowsRefusedException)?.Count,
            RequestId = context.TraceIdentifier,
        };
    }

    // Rounded up: a caller that comes back when it was told to must not come too early.
    private static int Seconds(TimeSpan delay) => (int)Math.Clamp(Math.Ceiling(delay.TotalSeconds), 1, int.MaxValue);
}
