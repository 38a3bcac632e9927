namespace Clipyard.TikTokApi.Webhooks;

/// <summary>What a signature is worth.</summary>
public enum WebhookVerdict
{
    /// <summary>TikTok sent this, lately.</summary>
    Genuine,

    /// <summary>There is no signature of TikTok's form.</summary>
    Missing,

    /// <summary>Somebody else sent this, or it was changed, or the client secret is another one.</summary>
    Forged,

    /// <summary>TikTok sent this, but not lately: perhaps a replay, perhaps a retry.</summary>
    Stale,
}
