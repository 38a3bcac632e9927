using System.Text.Json.Serialization;
using Clipyard.Sandbox.Control;

namespace Clipyard.Sandbox.Official;

/// <summary>
/// How the official API behaves where TikTok is silent or has been seen to do one or the other. The defaults are the
/// strict side; lives and delays run by the sandbox's clock.
/// </summary>
public sealed record OfficialSettings
{
    /// <summary>The HTTP status of OAuth errors: 200 as seen, or 400, 401.</summary>
    [JsonPropertyName("oauth_error_status")]
    public int OAuthErrorStatus { get; init; } = 200;

    /// <summary>Whether a refresh gives a new refresh token and ends the old one.</summary>
    public bool RotateRefreshTokens { get; init; } = true;

    /// <summary>Whether apps with target users are refused every refresh, as one operator reported.</summary>
    public bool RefuseSandboxRefresh { get; init; }

    /// <summary>Whether the narrower chunk limits hold that are valid under both readings of MB.</summary>
    public bool NarrowChunks { get; init; }

    /// <summary>Whether the Content-Range of a PUT's answer names the last byte instead of the count.</summary>
    public bool RangeNamesLastByte { get; init; }

    /// <summary>Whether status answers carry <c>publicaly_available_post_id: []</c> where there is none.</summary>
    public bool EmptyPostIds { get; init; }

    /// <summary>Seconds in Retry-After of a 429; null sends none.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>How many calls of one kind a token may make in one second; null for no such limit.</summary>
    public int? BurstPerSecond { get; init; }

    /// <summary>Whether branded content that only its creator sees is refused at init.</summary>
    public bool RefusePrivateBrandedContent { get; init; }

    /// <summary>Captions that hold one of these fail with <c>spam_risk_text</c>.</summary>
    public IReadOnlyList<string> RiskyTexts { get; init; } = ["buy followers"];

    /// <summary>Life of an authorization code.</summary>
    [JsonPropertyName("code_life_ms")]
    [JsonConverter(typeof(MillisecondsConverter))]
    public TimeSpan CodeLife { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Life of an access token.</summary>
    [JsonPropertyName("access_token_life_ms")]
    [JsonConverter(typeof(MillisecondsConverter))]
    public TimeSpan AccessTokenLife { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Life of a refresh token, counted from the consent.</summary>
    [JsonPropertyName("refresh_token_life_ms")]
    [JsonConverter(typeof(MillisecondsConverter))]
    public TimeSpan RefreshTokenLife { get; init; } = TimeSpan.FromDays(365);

    /// <summary>Life of an upload address, and the longest that a pull may take.</summary>
    [JsonPropertyName("transfer_life_ms")]
    [JsonConverter(typeof(MillisecondsConverter))]
    public TimeSpan TransferLife { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long after init a task cannot be found yet.</summary>
    [JsonPropertyName("publish_id_delay_ms")]
    [JsonConverter(typeof(MillisecondsConverter))]
    public TimeSpan PublishIdDelay { get; init; }

    /// <summary>From the last byte to the end of processing.</summary>
    [JsonPropertyName("processing_delay_ms")]
    [JsonConverter(typeof(MillisecondsConverter))]
    public TimeSpan ProcessingDelay { get; init; }

    /// <summary>From a public post to its being shown to everyone.</summary>
    [JsonPropertyName("moderation_delay_ms")]
    [JsonConverter(typeof(MillisecondsConverter))]
    public TimeSpan ModerationDelay { get; init; }

    /// <summary>How many drafts may wait for their creator.</summary>
    public int PendingDrafts { get; init; } = 5;

    /// <summary>How long a draft counts as waiting.</summary>
    [JsonPropertyName("draft_life_ms")]
    [JsonConverter(typeof(MillisecondsConverter))]
    public TimeSpan DraftLife { get; init; } = TimeSpan.FromHours(24);

    /// <summary>The longest video that becomes a draft, in seconds.</summary>
    public int LongestDraftSeconds { get; init; } = 600;

    /// <summary>The shortest video, in seconds. TikTok documents none.</summary>
    public double ShortestSeconds { get; init; } = 1;

    /// <summary>Whether a retried webhook carries the time and signature of its first try.</summary>
    public bool KeepWebhookSignature { get; init; }

    /// <summary>From the first failed delivery of a webhook to the next; doubled each time.</summary>
    [JsonPropertyName("webhook_retry_ms")]
    [JsonConverter(typeof(MillisecondsConverter))]
    public TimeSpan WebhookRetry { get; init; } = TimeSpan.FromSeconds(10);
}
