using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Clipyard.Server.Observability;

/// <summary>The name under which a request stands in the log and in its answer.</summary>
internal static class RequestId
{
    public const string Header = "X-Request-Id";

    private const int MaximumLength = 128;

    /// <summary>The caller's <c>X-Request-Id</c>, else the trace of its <c>traceparent</c>, else a new one.</summary>
    public static string Of(HttpRequest request)
    {
        var given = request.Headers[Header].ToString();
        if (
            given.Length is > 0 and <= MaximumLength
            && given.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
        )
        {
            return given;
        }

        return ActivityContext.TryParse(request.Headers.TraceParent, traceState: null, out var trace)
            ? trace.TraceId.ToHexString()
            : ActivityTraceId.CreateRandom().ToHexString();
    }
}
