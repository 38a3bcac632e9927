using System.Collections.Frozen;
using System.Net;

namespace Clipyard.TikTokApi.Http;

/// <summary>What TikTok's codes mean in our catalogue (docs/tiktok-api.md, "Errors"). There is no other such table.</summary>
internal static class TikTokFailures
{
    private static readonly FrozenDictionary<string, Failure> ApiCodes = Table([
        ("access_token_invalid", FailureCatalogue.ReconnectNeeded),
        ("app_version_check_failed", FailureCatalogue.TikTokRejected),
        ("internal_error", FailureCatalogue.NetworkError),
        ("invalid_file_upload", FailureCatalogue.UnsupportedMedia),
        ("invalid_param", FailureCatalogue.TikTokRejected),
        ("invalid_params", FailureCatalogue.TikTokRejected),
        ("invalid_publish_id", FailureCatalogue.NotFound),
        ("privacy_level_option_mismatch", FailureCatalogue.PrivacyNotAllowed),
        ("publish_not_cancellable", FailureCatalogue.NotCancellable),
        ("rate_limit_exceeded", FailureCatalogue.RateLimited),
        ("reached_active_user_cap", FailureCatalogue.ActiveUserCap),
        ("scope_not_authorized", FailureCatalogue.ScopeMissing),
        ("scope_permission_missed", FailureCatalogue.ScopeMissing),
        ("spam_risk", FailureCatalogue.TikTokRejected),
        ("spam_risk_text", FailureCatalogue.CaptionRejected),
        ("spam_risk_too_many_pending_share", FailureCatalogue.PendingDraftsCap),
        ("spam_risk_too_many_posts", FailureCatalogue.DailyCap),
        ("spam_risk_user_banned_from_posting", FailureCatalogue.CreatorBlocked),
        ("token_not_authorized_for_specified_publish_id", FailureCatalogue.Forbidden),
        ("unaudited_client_can_only_post_to_private_accounts", FailureCatalogue.UnauditedApp),
        ("url_ownership_unverified", FailureCatalogue.UrlOwnershipUnverified),
    ]);

    private static readonly FrozenDictionary<string, Failure> OAuthErrors = Table([
        ("access_denied", FailureCatalogue.ConsentDeclined),
        ("invalid_client", FailureCatalogue.AppCredentialsInvalid),
        ("invalid_grant", FailureCatalogue.ReconnectNeeded),
        ("invalid_request", FailureCatalogue.TikTokRejected),
        ("invalid_scope", FailureCatalogue.TikTokRejected),
        ("server_error", FailureCatalogue.NetworkError),
        ("temporarily_unavailable", FailureCatalogue.NetworkError),
        ("unauthorized_client", FailureCatalogue.AppCredentialsInvalid),
        ("unsupported_grant_type", FailureCatalogue.TikTokRejected),
        ("unsupported_response_type", FailureCatalogue.TikTokRejected),
    ]);

    private static readonly FrozenDictionary<string, Failure> FailReasons = Table([
        ("auth_removed", FailureCatalogue.ReconnectNeeded),
        ("duration_check_failed", FailureCatalogue.VideoTooLong),
        ("file_format_check_failed", FailureCatalogue.UnsupportedMedia),
        ("frame_rate_check_failed", FailureCatalogue.UnsupportedMedia),
        ("internal", FailureCatalogue.TikTokRejected),
        ("photo_pull_failed", FailureCatalogue.UrlUnreachable),
        ("picture_size_check_failed", FailureCatalogue.UnsupportedMedia),
        ("publish_cancelled", FailureCatalogue.TikTokRejected),
        ("spam_risk", FailureCatalogue.TikTokRejected),
        ("spam_risk_text", FailureCatalogue.CaptionRejected),
        ("spam_risk_too_many_posts", FailureCatalogue.DailyCap),
        ("spam_risk_user_banned_from_posting", FailureCatalogue.CreatorBlocked),
        ("video_pull_failed", FailureCatalogue.UrlUnreachable),
    ]);

    private static readonly FrozenSet<string> PassingReasons = FrozenSet.Create(
        StringComparer.Ordinal,
        "internal",
        "photo_pull_failed",
        "video_pull_failed"
    );

    /// <summary>Of a refusal by the API.</summary>
    /// <param name="code">TikTok's code; null when the answer had none.</param>
    /// <param name="status">Decides about codes that are not known.</param>
    public static Failure OfApi(string? code, HttpStatusCode status) =>
        Find(ApiCodes, code) ?? Find(OAuthErrors, code) ?? OfStatus(status);

    /// <summary>Of a refusal by the token or revoke endpoint.</summary>
    public static Failure OfOAuth(string? error, HttpStatusCode status) =>
        Find(OAuthErrors, error) ?? Find(ApiCodes, error) ?? OfStatus(status);

    /// <summary>Of what the consent page sends back.</summary>
    public static Failure OfConsent(string? error, string? errorType) =>
        errorType == "non_sandbox_target"
            ? FailureCatalogue.NotSandboxUser
            : Find(OAuthErrors, error) ?? FailureCatalogue.TikTokRejected;

    /// <summary>Of a post that ended as FAILED.</summary>
    public static Failure OfFailReason(string? reason) => Find(FailReasons, reason) ?? FailureCatalogue.TikTokRejected;

    /// <summary>Whether a new init of the same post may end better.</summary>
    public static bool IsPassing(string? failReason) => failReason is not null && PassingReasons.Contains(failReason);

    public static Failure OfStatus(HttpStatusCode status) =>
        status switch
        {
            HttpStatusCode.TooManyRequests => FailureCatalogue.RateLimited,
            HttpStatusCode.RequestTimeout => FailureCatalogue.NetworkError,
            HttpStatusCode.Unauthorized => FailureCatalogue.ReconnectNeeded,
            >= HttpStatusCode.InternalServerError => FailureCatalogue.NetworkError,
            _ => FailureCatalogue.TikTokRejected,
        };

    private static Failure? Find(FrozenDictionary<string, Failure> table, string? code) =>
        code is null ? null : table.GetValueOrDefault(code);

    private static FrozenDictionary<string, Failure> Table(IEnumerable<(string Code, Failure Failure)> rows) =>
        rows.ToFrozenDictionary(row => row.Code, row => row.Failure, StringComparer.Ordinal);
}
