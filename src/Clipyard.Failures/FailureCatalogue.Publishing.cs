namespace Clipyard.Failures;

// Accounts, tasks and posts on their way out.
public static partial class FailureCatalogue
{
    /// <summary>No TikTok app is configured.</summary>
    public static Failure AppNotConfigured { get; } =
        new(
            "app_not_configured",
            "No TikTok app is configured.",
            "Set TIKTOK_CLIENT_KEY and TIKTOK_CLIENT_SECRET, or use the sandbox meanwhile."
        );

    /// <summary>TikTok does not accept the app's client key or secret.</summary>
    public static Failure AppCredentialsInvalid { get; } =
        new(
            "app_credentials_invalid",
            "TikTok does not accept the app's client key or secret.",
            "Copy both again from TikTok's developer portal."
        );

    /// <summary>The person declined to connect the TikTok account.</summary>
    public static Failure ConsentDeclined { get; } =
        new("consent_declined", "The person declined to connect the TikTok account.", "Start again when they agree.");

    /// <summary>This sign-in attempt is unknown, used up or too old.</summary>
    public static Failure InvalidState { get; } =
        new(
            "invalid_state",
            "This sign-in attempt is unknown, used up or too old.",
            "Start connecting the account again, in the same browser."
        );

    /// <summary>The app is in TikTok's sandbox, and this account is not one of its target users.</summary>
    public static Failure NotSandboxUser { get; } =
        new(
            "not_sandbox_user",
            "The app is in TikTok's sandbox, and this account is not one of its target users.",
            "Add the account as a target user in TikTok's developer portal."
        );

    /// <summary>No TikTok account is connected.</summary>
    public static Failure NotConnected { get; } =
        new("not_connected", "No TikTok account is connected.", "Connect an account first.");

    /// <summary>TikTok no longer accepts our access to this account.</summary>
    public static Failure ReconnectNeeded { get; } =
        new("reconnect_needed", "TikTok no longer accepts our access to this account.", "Connect the account again.");

    /// <summary>The account did not grant the permission that this needs.</summary>
    public static Failure ScopeMissing { get; } =
        new(
            "scope_missing",
            "The account did not grant the permission that this needs.",
            "Connect the account again and allow the named permission."
        );

    /// <summary>The creator does not offer this privacy level now.</summary>
    public static Failure PrivacyNotAllowed { get; } =
        new(
            "privacy_not_allowed",
            "The creator does not offer this privacy level now.",
            "Choose one of the levels that the creator's account offers."
        );

    /// <summary>TikTok has not audited this app, so it may only post privately to private accounts.</summary>
    public static Failure UnauditedApp { get; } =
        new(
            "unaudited_app",
            "TikTok has not audited this app, so it may only post privately to private accounts.",
            "Post with SELF_ONLY from a private account, send a draft, or pass TikTok's audit."
        );

    /// <summary>The account has reached TikTok's limit of posts for one day.</summary>
    public static Failure DailyCap { get; } =
        new(
            "daily_cap",
            "The account has reached TikTok's limit of posts for one day.",
            "Wait: the limit covers the last 24 hours.",
            isTransient: true
        );

    /// <summary>The app has reached TikTok's limit of posting users for one day.</summary>
    public static Failure ActiveUserCap { get; } =
        new(
            "active_user_cap",
            "The app has reached TikTok's limit of posting users for one day.",
            "Wait 24 hours, or ask TikTok to raise the app's limit.",
            isTransient: true
        );

    /// <summary>TikTok bars this account from posting.</summary>
    public static Failure CreatorBlocked { get; } =
        new(
            "creator_blocked",
            "TikTok bars this account from posting.",
            "The creator finds the reason in the TikTok app."
        );

    /// <summary>Too many drafts wait in the creator's inbox.</summary>
    public static Failure PendingDraftsCap { get; } =
        new(
            "pending_drafts_cap",
            "Too many drafts wait in the creator's inbox.",
            "The creator posts or discards some drafts in the TikTok app; the limit covers 24 hours.",
            isTransient: true
        );

    /// <summary>The caption is longer than TikTok allows.</summary>
    public static Failure CaptionTooLong { get; } =
        new(
            "caption_too_long",
            "The caption is longer than TikTok allows.",
            "Shorten it: the limit is 2,200 UTF-16 units."
        );

    /// <summary>TikTok refused the caption.</summary>
    public static Failure CaptionRejected { get; } =
        new("caption_rejected", "TikTok refused the caption.", "Remove forbidden words or characters and try again.");

    /// <summary>The video is longer than this account may post.</summary>
    public static Failure VideoTooLong { get; } =
        new(
            "video_too_long",
            "The video is longer than this account may post.",
            "Shorten the video to the creator's limit."
        );

    /// <summary>The video file is larger than allowed.</summary>
    public static Failure VideoTooLarge { get; } =
        new(
            "video_too_large",
            "The video file is larger than allowed.",
            "Encode it smaller; the limit is 4,294,967,296 bytes unless configured lower."
        );

    /// <summary>The file is not a video or picture of a kind that can be used.</summary>
    public static Failure UnsupportedMedia { get; } =
        new(
            "unsupported_media",
            "The file is not a video or picture of a kind that can be used.",
            "Use MP4, MOV or WebM with H.264, H.265, VP8 or VP9; for photos JPEG or WebP."
        );

    /// <summary>Only TikTok is supported.</summary>
    public static Failure UnsupportedPlatform { get; } =
        new("unsupported_platform", "Only TikTok is supported.", "Send platforms: [\"tiktok\"].");

    /// <summary>This address may not be fetched.</summary>
    public static Failure UrlNotAllowed { get; } =
        new("url_not_allowed", "This address may not be fetched.", "Use a public https address on an allowed host.");

    /// <summary>The address could not be fetched.</summary>
    public static Failure UrlUnreachable { get; } =
        new(
            "url_unreachable",
            "The address could not be fetched.",
            "Check that it is public and answers with the file itself.",
            isTransient: true
        );

    /// <summary>TikTok has not verified this address as ours.</summary>
    public static Failure UrlOwnershipUnverified { get; } =
        new(
            "url_ownership_unverified",
            "TikTok has not verified this address as ours.",
            "Verify the domain or prefix in TikTok's developer portal, or use transfer: upload."
        );

    /// <summary>This has been posted already.</summary>
    public static Failure DuplicatePost { get; } =
        new(
            "duplicate_post",
            "This has been posted already.",
            "Open the existing post; ask for a new one only if you mean it."
        );

    /// <summary>The task is not completed yet.</summary>
    public static Failure TaskNotCompleted { get; } =
        new("task_not_completed", "The task is not completed yet.", "Wait until the task is completed.");

    /// <summary>The task's output names no video.</summary>
    public static Failure TaskHasNoVideo { get; } =
        new("task_has_no_video", "The task's output names no video.", "Let the task write video_url into its output.");

    /// <summary>A post of this is under way.</summary>
    public static Failure PostInProgress { get; } =
        new("post_in_progress", "A post of this is under way.", "Wait until it ends or cancel it.", isTransient: true);

    /// <summary>Nobody has approved this post.</summary>
    public static Failure NotApproved { get; } =
        new("not_approved", "Nobody has approved this post.", "Approve it first.");

    /// <summary>It is too late to cancel: TikTok may have the whole file.</summary>
    public static Failure NotCancellable { get; } =
        new(
            "not_cancellable",
            "It is too late to cancel: TikTok may have the whole file.",
            "Wait for the outcome, then delete the post in TikTok if need be."
        );

    /// <summary>A post that is being sent cannot be changed.</summary>
    public static Failure NotEditable { get; } =
        new(
            "not_editable",
            "A post that is being sent cannot be changed.",
            "Cancel it if it still can be cancelled, or post again."
        );

    /// <summary>TikTok never said whether this was posted.</summary>
    public static Failure OutcomeUncertain { get; } =
        new(
            "outcome_uncertain",
            "TikTok never said whether this was posted.",
            "Look at the account, then say whether it is there; only then may it be sent again."
        );

    /// <summary>Its time passed while it could not be sent.</summary>
    public static Failure MissedSchedule { get; } =
        new("missed_schedule", "Its time passed while it could not be sent.", "Schedule it again.");

    /// <summary>This machine's clock differs from the database's by more than two seconds.</summary>
    public static Failure ClockSkew { get; } =
        new(
            "clock_skew",
            "This machine's clock differs from the database's by more than two seconds.",
            "Set the clock by NTP.",
            isTransient: true
        );

    /// <summary>TikTok refused the request.</summary>
    public static Failure TikTokRejected { get; } =
        new("tiktok_rejected", "TikTok refused the request.", "Read TikTok's own code and message beside this.");

    private static IEnumerable<Failure> Publishing =>
        [
            AppNotConfigured,
            AppCredentialsInvalid,
            ConsentDeclined,
            InvalidState,
            NotSandboxUser,
            NotConnected,
            ReconnectNeeded,
            ScopeMissing,
            PrivacyNotAllowed,
            UnauditedApp,
            DailyCap,
            ActiveUserCap,
            CreatorBlocked,
            PendingDraftsCap,
            CaptionTooLong,
            CaptionRejected,
            VideoTooLong,
            VideoTooLarge,
            UnsupportedMedia,
            UnsupportedPlatform,
            UrlNotAllowed,
            UrlUnreachable,
            UrlOwnershipUnverified,
            DuplicatePost,
            TaskNotCompleted,
            TaskHasNoVideo,
            PostInProgress,
            NotApproved,
            NotCancellable,
            NotEditable,
            OutcomeUncertain,
            MissedSchedule,
            ClockSkew,
            TikTokRejected,
        ];
}
