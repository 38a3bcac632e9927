using Clipyard.Failures;

namespace Clipyard.Pages;

/// <summary>What TikTok's status numbers mean to us. The one place that knows them.</summary>
/// <remarks>Names are those of TikTok's own web code; where each was seen: docs/tiktok-web.md, "Status codes".</remarks>
internal static class PageFailures
{
    /// <summary>Names the failure that a status stands for.</summary>
    /// <param name="status">TikTok's number, from a page or an answer.</param>
    /// <param name="message">TikTok's words beside it.</param>
    /// <param name="isProfile">Whether a creator was asked for, not a post.</param>
    /// <returns>The failure; null for success.</returns>
    public static Failure? For(int status, string? message, bool isProfile) =>
        status switch
        {
            0 => null,
            8 or 10102 or 10119 => FailureCatalogue.LoginRequired, // USER_NOT_LOGIN, LIVE_NEED_LOGIN
            450 or 10101 or 10111 => FailureCatalogue.NetworkError, // CLIENT_PAGE_ERROR, SERVER_ERROR_NOT_500, NET_ERROR
            10000 or 10113 or 10114 => FailureCatalogue.BlockedByTikTok, // VERIFY_CODE, SHARK_SLIDE, SHARK_BLOCK
            10202 or 10221 => FailureCatalogue.NoSuchUser, // USER_NOT_EXIST, USER_BAN
            10204 => IsWithheldHere(message) ? FailureCatalogue.RegionBlocked : FailureCatalogue.VideoRemoved,
            10213 or 10214 => FailureCatalogue.AgeRestricted, // VIDEO_LOW_AGE_M, VIDEO_LOW_AGE_T
            10215 or 10217 or 10218 or 10219 or 10220 => FailureCatalogue.VideoRemoved, // abnormal, or taken off the shelf
            10216 => FailureCatalogue.VideoPrivate, // VIDEO_PRIVATE_BY_USER
            10222 => isProfile ? FailureCatalogue.PrivateAccount : FailureCatalogue.VideoPrivate, // USER_PRIVATE
            >= 10227 and <= 10230 => FailureCatalogue.VideoRemoved, // in review, or judged too risky to show
            10231 => FailureCatalogue.RegionBlocked, // VIDEO_GEOFENCE_BLOCK
            _ => FailureCatalogue.ContentUnavailable,
        };

    private static bool IsWithheldHere(string? message) =>
        message?.Contains("cross_border", StringComparison.OrdinalIgnoreCase) is true;
}
