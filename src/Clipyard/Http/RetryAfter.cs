using System.Net.Http.Headers;

namespace Clipyard.Http;

/// <summary>Reads the header by which a server says how long to wait.</summary>
internal static class RetryAfter
{
    /// <returns>The wait, never negative; null when the header is absent.</returns>
    public static TimeSpan? Read(RetryConditionHeaderValue? header, TimeProvider time)
    {
        var wait = header?.Delta ?? (header?.Date - time.GetUtcNow());
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
