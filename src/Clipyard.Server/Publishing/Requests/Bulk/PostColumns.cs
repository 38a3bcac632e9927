namespace Clipyard.Server.Publishing.Requests.Bulk;

/// <summary>The columns of a table of posts: the words of the JSON body.</summary>
internal static class PostColumns
{
    public const string VideoUrl = "video_url";
    public const string ClipId = "clip_id";
    public const string UploadId = "upload_id";
    public const string Images = "images";
    public const string Content = "content";
    public const string Caption = "caption";
    public const string Title = "title";
    public const string Description = "description";
    public const string Mode = "mode";
    public const string AccountId = "account_id";
    public const string Account = "account";
    public const string PrivacyLevel = "privacy_level";
    public const string DisableComment = "disable_comment";
    public const string DisableDuet = "disable_duet";
    public const string DisableStitch = "disable_stitch";
    public const string VideoCoverTimestampMs = "video_cover_timestamp_ms";
    public const string BrandContentToggle = "brand_content_toggle";
    public const string BrandOrganicToggle = "brand_organic_toggle";
    public const string IsAigc = "is_aigc";
    public const string AutoAddMusic = "auto_add_music";
    public const string PhotoCoverIndex = "photo_cover_index";
    public const string ScheduleTime = "schedule_time";
    public const string ScheduleZone = "schedule_zone";
    public const string Approval = "approval";
    public const string Repair = "repair";
    public const string Transfer = "transfer";

    /// <summary>What begins a column that is the sender's own; nobody reads it.</summary>
    public const string OwnPrefix = "x_";

    /// <summary>One of these must be there.</summary>
    public static readonly string[] Sources = [VideoUrl, ClipId, UploadId, Images];

    /// <summary>What an import takes.</summary>
    public static readonly string[] Taken =
    [
        .. Sources,
        Content,
        Title,
        Description,
        Mode,
        AccountId,
        Account,
        PrivacyLevel,
        DisableComment,
        DisableDuet,
        DisableStitch,
        VideoCoverTimestampMs,
        BrandContentToggle,
        BrandOrganicToggle,
        IsAigc,
        AutoAddMusic,
        PhotoCoverIndex,
        ScheduleTime,
        ScheduleZone,
        Approval,
        Repair,
        Transfer,
    ];

    /// <summary>What an export tells beside, and an import leaves unread.</summary>
    public static readonly string[] ReadOnly =
    [
        "post_id",
        "state",
        "status",
        "kind",
        "publish_id",
        "post_url",
        "post_ids",
        "failure_code",
        "failure_detail",
        "approved_at",
        "approved_by",
        "task_id",
        "attempts",
        "created_at",
        "updated_at",
        "in_inbox_at",
        "ended_at",
    ];
}
