using System.Collections.Frozen;
using Clipyard.Failures;

namespace Clipyard.Server.Api.Problems;

/// <summary>The HTTP status of every failure. <c>docs/failures.md</c> lists them.</summary>
/// <remarks>
/// 4xx: the caller can do something. 502: TikTok answered with something unusable. 503 and 507: this server cannot now.
/// </remarks>
internal static class FailureStatuses
{
    private static readonly FrozenDictionary<string, int> ByCode = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        // Any request.
        ["invalid_parameter"] = 400,
        ["unauthenticated"] = 401,
        ["forbidden"] = 403,
        ["not_found"] = 404,
        ["conflict"] = 409,
        ["link_expired"] = 410,
        ["idempotency_mismatch"] = 422,
        ["internal_error"] = 500,

        // Reading what is public.
        ["unsupported_url"] = 400,
        ["foreign_url"] = 400,
        ["short_link_expired"] = 404,
        ["video_removed"] = 404,
        ["content_unavailable"] = 404,
        ["no_such_user"] = 404,
        ["video_private"] = 403,
        ["private_account"] = 403,
        ["region_blocked"] = 403,
        ["login_required"] = 403,
        ["age_restricted"] = 403,
        ["quality_unavailable"] = 422,
        ["rate_limited"] = 429,
        ["blocked_by_tiktok"] = 503,
        ["page_changed"] = 502,
        ["page_incomplete"] = 502,
        ["media_expired"] = 502,
        ["media_incomplete"] = 502,
        ["media_corrupt"] = 502,
        ["wrong_video"] = 502,
        ["network_error"] = 502,

        // Keeping.
        ["storage_unavailable"] = 503,
        ["store_bucket_missing"] = 503,
        ["store_forbidden"] = 503,
        ["storage_full"] = 507,
        ["username_taken"] = 409,
        ["student_not_linked"] = 404,
        ["file_infected"] = 422,
        ["quota_exceeded"] = 429,

        // Accounts.
        ["app_not_configured"] = 409,
        ["app_credentials_invalid"] = 409,
        ["consent_declined"] = 403,
        ["invalid_state"] = 400,
        ["not_sandbox_user"] = 403,
        ["not_connected"] = 409,
        ["reconnect_needed"] = 409,
        ["scope_missing"] = 403,

        // Publishing.
        ["privacy_not_allowed"] = 422,
        ["unaudited_app"] = 403,
        ["daily_cap"] = 429,
        ["active_user_cap"] = 429,
        ["pending_drafts_cap"] = 429,
        ["creator_blocked"] = 403,
        ["caption_too_long"] = 422,
        ["caption_rejected"] = 422,
        ["video_too_long"] = 422,
        ["video_too_large"] = 413,
        ["unsupported_media"] = 415,
        ["unsupported_platform"] = 400,
        ["url_not_allowed"] = 422,
        ["url_unreachable"] = 422,
        ["url_ownership_unverified"] = 422,
        ["duplicate_post"] = 409,
        ["task_not_completed"] = 409,
        ["task_has_no_video"] = 409,
        ["post_in_progress"] = 409,
        ["not_approved"] = 409,
        ["not_cancellable"] = 409,
        ["not_editable"] = 409,
        ["outcome_uncertain"] = 409,
        ["missed_schedule"] = 409,
        ["tiktok_rejected"] = 422,
        ["clock_skew"] = 503,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every code that has a status.</summary>
    public static IEnumerable<string> Codes => ByCode.Keys;

    /// <summary>The status of a failure.</summary>
    public static int Of(Failure failure) => ByCode.GetValueOrDefault(failure.Code, 500);
}
