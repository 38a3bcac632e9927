namespace Clipyard.TikTokApi.OAuth;

/// <summary>When a challenge is sent.</summary>
public enum PkceUse
{
    /// <summary>Always; TikTok's web guide does not list it, but nothing was seen to refuse it.</summary>
    Always,

    /// <summary>Only where TikTok demands it: when the redirect address is on loopback.</summary>
    LoopbackOnly,
}
