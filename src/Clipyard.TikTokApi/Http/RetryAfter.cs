using System.Net;

namespace Clipyard.TikTokApi.Http;

/// <summary>How long an answer asks to wait.</summary>
internal static class RetryAfter
{
    /// <summary>TikTok counts its limits over one minute, and documents no header that says so.</summary>
    public static readonly TimeSpan RateWindow = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <returns>The header's wait; without one the window of a rate limit for status 429, else null.</returns>
    public static TimeSpan? Read(HttpResponseMessage response, TimeProvider time)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date - time.GetUtcNow());
        if (wait is { } given)
        {
            return TimeSpan.FromTicks(Math.Clamp(given.Ticks, 0, Longest.Ticks));
        }

        return response.StatusCode is HttpStatusCode.TooManyRequests ? RateWindow : null;
    }
}
