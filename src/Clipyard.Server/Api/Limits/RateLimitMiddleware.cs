using System.Globalization;
using System.Net;
using Clipyard.Failures;
using Clipyard.Server.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace Clipyard.Server.Api.Limits;

/// <summary>
/// Limits how fast one caller asks, and says in every answer how much is left: <c>RateLimit-Limit</c>,
/// <c>RateLimit-Remaining</c> and <c>RateLimit-Reset</c>, the last in seconds until all of it is there again.
/// </summary>
internal sealed class RateLimitMiddleware(RequestDelegate next, RequestLimiter limiter)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (
            limiter.PerMinute == 0
            || context.GetEndpoint()?.Metadata.GetMetadata<DisableRateLimitingAttribute>() is not null
        )
        {
            return next(context);
        }

        var allowance = limiter.Take(CallerOf(context));
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers["RateLimit-Limit"] = Text(limiter.PerMinute);
            headers["RateLimit-Remaining"] = Text(allowance.Left);
            headers["RateLimit-Reset"] = Text((int)Math.Ceiling(allowance.UntilFull.TotalSeconds));
            return Task.CompletedTask;
        });
        return allowance.IsGranted ? next(context) : throw Refuse(allowance);
    }

    private ClipyardException Refuse(RequestAllowance allowance) =>
        new(FailureCatalogue.RateLimited, $"This caller may ask {limiter.PerMinute} times a minute.")
        {
            RetryAfter = allowance.RetryAfter,
            Remedies =
            [
                "Wait as long as Retry-After says, and spread requests over time.",
                "An administrator raises the limit with Limits:RequestsPerMinute.",
            ],
        };

    private static string CallerOf(HttpContext context) =>
        context.User.FindFirst(CallerIdentity.KeyClaim)?.Value
        ?? context.User.FindFirst(CallerIdentity.OwnerClaim)?.Value
        ?? AddressOf(context.Connection.RemoteIpAddress);

    // Whoever has one address of IPv6 has 2^64 of them.
    private static string AddressOf(IPAddress? address) =>
        address switch
        {
            null => "nowhere",
            { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
            { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6 } => Convert.ToHexString(
                address.GetAddressBytes().AsSpan(0, 8)
            ),
            _ => address.ToString(),
        };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
