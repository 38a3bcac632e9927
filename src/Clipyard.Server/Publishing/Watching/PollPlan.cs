using Clipyard.Server.Publishing.Posts;

namespace Clipyard.Server.Publishing.Watching;

/// <summary>When TikTok is asked again (rules E8 and E10).</summary>
internal static class PollPlan
{
    /// <summary>The first question after TikTok was told or has everything.</summary>
    public static readonly TimeSpan First = TimeSpan.FromSeconds(2);

    /// <summary>From when on a post without a final word is shown as uncertain.</summary>
    public static readonly TimeSpan UncertainAfter = TimeSpan.FromHours(2);

    /// <summary>From when on it is not asked for any more.</summary>
    public static readonly TimeSpan GivesUpAfter = TimeSpan.FromDays(7);

    /// <summary>How long TikTok may take to begin fetching, after which an open pull is begun anew. TikTok's own limit is an hour.</summary>
    public static readonly TimeSpan PullLapsesAfter = TimeSpan.FromMinutes(70);

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>How long to wait before the next question; null when none follows.</summary>
    /// <param name="state">Where the post stands.</param>
    /// <param name="age">Since when it has been there: since TikTok may have it, since it is in the inbox.</param>
    public static TimeSpan? Next(PostState state, TimeSpan age) =>
        state switch
        {
            PostState.InInbox or PostState.Published => age switch
            {
                _ when age < Day => Hour,
                _ when age < GivesUpAfter => Day,
                _ => null,
            },
            _ => age switch
            {
                _ when age < Hour => Growing(age),
                _ when age < Day => TimeSpan.FromMinutes(10),
                _ => Hour,
            },
        };

    // 2, 4, 8 s and so on up to a minute: each wait is as long as all that were before it.
    private static TimeSpan Growing(TimeSpan age) =>
        TimeSpan.FromSeconds(Math.Clamp(age.TotalSeconds, First.TotalSeconds, 60));
}
