namespace Clipyard.TikTokApi.Webhooks;

/// <summary>What an event is about.</summary>
public enum WebhookKind
{
    /// <summary>An event that this version does not know.</summary>
    Unknown,

    /// <summary>The person or the developer ended the connection; the tokens are void already.</summary>
    AuthorizationRemoved,

    /// <summary>A post failed.</summary>
    PostFailed,

    /// <summary>A direct post is done, or the creator posted a draft; the latter may come more than once.</summary>
    PostComplete,

    /// <summary>A draft has reached the inbox.</summary>
    InboxDelivered,

    /// <summary>A post can be seen by everyone.</summary>
    PubliclyAvailable,

    /// <summary>A post can no longer be seen by everyone.</summary>
    NoLongerPubliclyAvailable,
}
