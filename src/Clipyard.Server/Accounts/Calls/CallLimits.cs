namespace Clipyard.Server.Accounts.Calls;

/// <summary>How often TikTok lets a user token make a call in a minute.</summary>
internal static class CallLimits
{
    /// <summary>
    /// TikTok's minute and a second more: what was sent first may arrive late, and then stands closer to what was sent
    /// last than we counted.
    /// </summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(61);

    public static int Of(TikTokCall call) =>
        call switch
        {
            TikTokCall.Init => 6,
            TikTokCall.CreatorInfo => 20,
            TikTokCall.Status => 30,
            _ => throw new ArgumentOutOfRangeException(nameof(call), call, "It has no limit."),
        };
}
