namespace Clipyard.Server.Accounts;

/// <summary>TikTok's limits per minute, counted in the database per TikTok account, whoever owns the connection.</summary>
/// <remarks>
/// Counts in transactions of its own, so that what was taken stays taken: not to be called inside one, which would hold
/// the write gate that this waits for.
/// </remarks>
internal interface ICallAllowance
{
    /// <summary>Takes calls out of the present minute's allowance, all or none.</summary>
    /// <param name="openId">The TikTok account.</param>
    /// <param name="call">Which call.</param>
    /// <param name="count">How many.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <returns>Null when they may be made now; otherwise when they may.</returns>
    Task<DateTimeOffset?> TakeAsync(string openId, TikTokCall call, int count, CancellationToken cancellationToken);

    /// <summary>How many are left at this moment.</summary>
    Task<int> LeftAsync(string openId, TikTokCall call, CancellationToken cancellationToken);
}
