using System.Collections.Frozen;
using Clipyard.Failures;

namespace Clipyard.Cli;

/// <summary>What the process ends with, for every way in which it can end. <c>docs/failures.md</c> lists them.</summary>
/// <remarks>Codes from 126 on are the shells' own (126, 127: not started; 128 + n: ended by signal n).</remarks>
internal static class ExitCodes
{
    public const int Success = 0;

    public const int InternalError = 1;

    /// <summary>The command line, the configuration file or a CLIPYARD_ variable is wrong.</summary>
    public const int Usage = 2;

    /// <summary>Several things failed, and not all of them the same way.</summary>
    public const int SeveralFailures = 3;

    /// <summary>Ctrl-C: 128 + SIGINT.</summary>
    public const int Interrupted = 130;

    /// <summary>128 + SIGTERM.</summary>
    public const int Terminated = 143;

    private static readonly FrozenDictionary<string, int> ByFailure = new Dictionary<string, int>(
        StringComparer.Ordinal
    )
    {
        ["internal_error"] = InternalError,
        ["invalid_parameter"] = Usage,

        // Links.
        ["unsupported_url"] = 10,
        ["foreign_url"] = 11,
        ["short_link_expired"] = 12,

        // There is nothing for us.
        ["video_removed"] = 20,
        ["video_private"] = 21,
        ["region_blocked"] = 22,
        ["login_required"] = 23,
        ["age_restricted"] = 24,
        ["no_such_user"] = 25,
        ["private_account"] = 26,
        ["content_unavailable"] = 27,

        // No usable answer.
        ["network_error"] = 30,
        ["blocked_by_tiktok"] = 31,
        ["rate_limited"] = 32,
        ["page_changed"] = 33,
        ["page_incomplete"] = 34,
        ["wrong_video"] = 35,

        // Media.
        ["media_expired"] = 40,
        ["media_incomplete"] = 41,
        ["media_corrupt"] = 42,
        ["quality_unavailable"] = 43,

        // Keeping.
        ["storage_unavailable"] = 50,
        ["storage_full"] = 51,
        ["store_bucket_missing"] = 52,
        ["store_forbidden"] = 53,
        ["file_infected"] = 54,
        ["quota_exceeded"] = 55,
        ["username_taken"] = 56,
        ["student_not_linked"] = 57,

        // Accounts and publishing.
        ["app_not_configured"] = 60,
        ["app_credentials_invalid"] = 61,
        ["consent_declined"] = 62,
        ["invalid_state"] = 63,
        ["not_sandbox_user"] = 64,
        ["not_connected"] = 65,
        ["reconnect_needed"] = 66,
        ["scope_missing"] = 67,
        ["privacy_not_allowed"] = 68,
        ["unaudited_app"] = 69,
        ["daily_cap"] = 70,
        ["active_user_cap"] = 71,
        ["creator_blocked"] = 72,
        ["pending_drafts_cap"] = 73,
        ["caption_too_long"] = 74,
        ["caption_rejected"] = 75,
        ["video_too_long"] = 76,
        ["video_too_large"] = 77,
        ["unsupported_media"] = 78,
        ["unsupported_platform"] = 79,
        ["url_not_allowed"] = 80,
        ["url_unreachable"] = 81,
        ["url_ownership_unverified"] = 82,
        ["duplicate_post"] = 83,
        ["task_not_completed"] = 84,
        ["task_has_no_video"] = 85,
        ["post_in_progress"] = 86,
        ["not_approved"] = 87,
        ["not_cancellable"] = 88,
        ["not_editable"] = 89,
        ["outcome_uncertain"] = 90,
        ["missed_schedule"] = 91,
        ["clock_skew"] = 92,
        ["tiktok_rejected"] = 93,

        // Requests and permissions.
        ["idempotency_mismatch"] = 100,
        ["unauthenticated"] = 101,
        ["forbidden"] = 102,
        ["not_found"] = 103,
        ["conflict"] = 104,
        ["link_expired"] = 105,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every failure that has an exit code.</summary>
    public static IEnumerable<string> Codes => ByFailure.Keys;

    /// <summary>The exit code of a failure.</summary>
    public static int Of(Failure failure) => ByFailure.GetValueOrDefault(failure.Code, InternalError);
}
