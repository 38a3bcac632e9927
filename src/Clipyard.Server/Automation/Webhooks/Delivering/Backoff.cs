namespace Clipyard.Server.Automation.Webhooks.Delivering;

/// <summary>How long is waited before a message is sent again: about a day in all.</summary>
internal static class Backoff
{
    private const double Jitter = 0.1;

    private static readonly TimeSpan LongestWish = TimeSpan.FromHours(12);

    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(5),
        TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(2),
        TimeSpan.FromMinutes(10),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(2),
        TimeSpan.FromHours(4),
        TimeSpan.FromHours(8),
        TimeSpan.FromHours(10),
    ];

    /// <summary>The wait after so many failures in a row; null: it is given up.</summary>
    /// <param name="failures">How many, the present one included.</param>
    /// <param name="wish">How long the receiver asks us to wait: honoured unless it is shorter than ours, or too long.</param>
    public static TimeSpan? After(int failures, TimeSpan? wish)
    {
        if (failures > Waits.Length)
        {
            return null;
        }

        // Spread, so that what failed together does not come back together.
        var own = Waits[failures - 1] * (1 + (Random.Shared.NextDouble() * Jitter));
        var asked = wish > LongestWish ? LongestWish : wish ?? TimeSpan.Zero;
        return asked > own ? asked : own;
    }
}
