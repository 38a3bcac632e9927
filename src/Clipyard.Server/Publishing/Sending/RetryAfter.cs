using Clipyard.Failures;
using Clipyard.TikTokApi;

namespace Clipyard.Server.Publishing.Sending;

/// <summary>Whether and when a refused or lost init is followed by another attempt.</summary>
internal static class RetryAfter
{
    private const int MaxTries = 10;
    private const int MaxTriesAtCap = 30; // a little more than the day for which TikTok's caps are
    private static readonly TimeSpan AtCap = TimeSpan.FromHours(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>How long to wait; null when the post fails.</summary>
    /// <param name="error">What the init met.</param>
    /// <param name="tries">How often in a row something like it has been met, this time included.</param>
    public static TimeSpan? Of(TikTokApiException error, int tries)
    {
        // Places are given back when drafts are posted or the day is over, which nobody tells us.
        if (IsCap(error.Failure))
        {
            return tries < MaxTriesAtCap ? AtCap : null;
        }

        if (tries >= MaxTries)
        {
            return null;
        }

        if (error.RetryAfter is { } told)
        {
            return told;
        }

        if (error.Failure == FailureCatalogue.RateLimited)
        {
            return Minute;
        }

        return error.MayHaveTakenEffect || error.Failure.IsTransient ? Growing(tries) : null;
    }

    /// <summary>Whether it is one of TikTok's caps per day.</summary>
    public static bool IsCap(Failure failure) =>
        failure == FailureCatalogue.PendingDraftsCap
        || failure == FailureCatalogue.DailyCap
        || failure == FailureCatalogue.ActiveUserCap;

    private static TimeSpan Growing(int tries)
    {
        var delay = TimeSpan.FromSeconds(Math.Pow(2, tries));
        return delay < Longest ? delay : Longest;
    }
}
