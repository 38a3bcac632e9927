namespace Clipyard.TikTokApi.Webhooks;

/// <summary>Why a connection ended. The numbers are TikTok's.</summary>
public enum RemovalReason
{
    /// <summary>TikTok does not say.</summary>
    Unknown = 0,

    /// <summary>The person disconnected the app in TikTok.</summary>
    Disconnected = 1,

    /// <summary>The account was deleted.</summary>
    AccountDeleted = 2,

    /// <summary>The person's age changed.</summary>
    AgeChanged = 3,

    /// <summary>The account was banned.</summary>
    AccountBanned = 4,

    /// <summary>The developer gave the access back.</summary>
    RevokedByDeveloper = 5,
}
