using System.Net.Http.Headers;

namespace Clipyard.Http;

/// <summary>Reads the header by which a server says how long to wait.</summary>
internal static class RetryAfter
{
    /// <summary>Nobody means more; a server that says so does not say it to be obeyed.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <returns>The wait, from zero to <see cref="Longest"/>; null when the header is absent.</returns>
    public static TimeSpan? Read(RetryConditionHeaderValue? header, TimeProvider time)
    {
        var wait = header?.Delta ?? (header?.Date - time.GetUtcNow());
        return wait is { } given ? TimeSpan.FromTicks(Math.Clamp(given.Ticks, 0, Longest.Ticks)) : null;
    }
}
