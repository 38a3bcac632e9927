using Clipyard.Server.Api.Problems;
using Clipyard.Server.Identity;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Clipyard.Server.Observability;

/// <summary>What may be said of a request: its route's pattern, never its address, which may hold what proves something.</summary>
/// <param name="Method">The method; <c>other</c> for those that nobody knows.</param>
/// <param name="Route">The pattern; <c>none</c> when no route fitted.</param>
/// <param name="Status">The answer's status.</param>
/// <param name="Code">The failure's code; null when it did not fail.</param>
/// <param name="Key">The id of the key that called; null without one.</param>
internal sealed record RequestLine(string Method, string Route, int Status, string? Code, string? Key)
{
    private static readonly string[] KnownMethods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

    public static RequestLine Of(HttpContext context)
    {
        // The exception handler takes the endpoint off the request and keeps it aside.
        var endpoint = context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        var method = context.Request.Method.ToUpperInvariant();
        return new RequestLine(
            KnownMethods.Contains(method, StringComparer.Ordinal) ? method : "other",
            (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "none",
            context.Response.StatusCode,
            context.Features.Get<AnsweredFailure>()?.Code,
            context.User.FindFirst(CallerIdentity.KeyClaim)?.Value
        );
    }
}
