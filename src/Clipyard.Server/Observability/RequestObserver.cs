using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Observability;

/// <summary>One line and one measurement for every request, and its id on everything that is logged meanwhile.</summary>
internal sealed partial class RequestObserver(
    RequestDelegate next,
    ServerMetrics metrics,
    TimeProvider time,
    ILogger<RequestObserver> logger
)
{
    private static readonly Func<ILogger, string, IDisposable?> Scope = LoggerMessage.DefineScope<string>(
        "request {RequestId}"
    );

    public async Task InvokeAsync(HttpContext context)
    {
        context.TraceIdentifier = RequestId.Of(context.Request);
        context.Response.Headers[RequestId.Header] = context.TraceIdentifier;
        var body = CountedBody.Put(context);
        var began = time.GetTimestamp();
        using var scope = Scope(logger, context.TraceIdentifier);
        try
        {
            await next(context);
        }
        finally
        {
            Tell(RequestLine.Of(context), time.GetElapsedTime(began), context.Request.ContentLength ?? 0, body.Bytes);
            context.Features.Set<IHttpResponseBodyFeature>(body.Inner);
        }
    }

    private void Tell(RequestLine line, TimeSpan elapsed, long received, long sent)
    {
        metrics.Answered(line, elapsed, received, sent);
        Name(Activity.Current, line);
        var level = line.Status >= StatusCodes.Status500InternalServerError ? LogLevel.Warning : LogLevel.Information;
        LogRequest(
            level,
            line.Method,
            line.Route,
            line.Status,
            (long)elapsed.TotalMilliseconds,
            sent,
            line.Key,
            line.Code
        );
    }

    // The host begins the span before it knows the route, and says nothing of it.
    private static void Name(Activity? span, RequestLine line)
    {
        if (span is { IsAllDataRequested: true })
        {
            span.DisplayName = $"{line.Method} {line.Route}";
            span.SetTag("http.request.method", line.Method);
            span.SetTag("http.route", line.Route);
            span.SetTag("http.response.status_code", line.Status);
        }
    }

    [LoggerMessage(Message = "{Method} {Route} {Status} in {Milliseconds} ms, {Bytes} bytes, key {Key}, {Code}")]
    private partial void LogRequest(
        LogLevel level,
        string method,
        string route,
        int status,
        long milliseconds,
        long bytes,
        string? key,
        string? code
    );
}
