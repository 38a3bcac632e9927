namespace Clipyard.Media.Probing;

/// <summary>Turns a file's counts of time into durations.</summary>
internal static class MediaTime
{
    // A hundred years: what claims more is a broken header, not a long video.
    private const double Longest = 100 * 366 * 86_400d;

    public static TimeSpan? From(double? seconds) =>
        seconds is > 0 and < Longest
            ? TimeSpan.FromTicks((long)Math.Round(seconds.Value * TimeSpan.TicksPerSecond))
            : null;
}
