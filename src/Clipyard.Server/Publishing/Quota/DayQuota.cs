namespace Clipyard.Server.Publishing.Quota;

/// <summary>What the last 24 hours took of a limit.</summary>
/// <param name="Used">How many count now.</param>
/// <param name="Limit">How many may; null when TikTok alone decides.</param>
/// <param name="Left">How many more may go out now; null when TikTok alone decides.</param>
internal sealed record DayQuota(int Used, int? Limit, int? Left)
{
    /// <param name="used">How many count now.</param>
    /// <param name="limit">As it is set: 0 for none.</param>
    public static DayQuota Of(int used, int limit) =>
        limit == 0 ? new(used, Limit: null, Left: null) : new(used, limit, Math.Max(0, limit - used));
}
