using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Clipyard.Server.Publishing.Requests.Accepting;

namespace Clipyard.Server.Automation.Mcp.Tools;

/// <summary>What to post; the settings of a direct post among it.</summary>
internal sealed record MakePostArguments
{
    [Description("A clip of the archive, by its video_id. Exactly one of clip_id, url and upload_id.")]
    [MaxLength(20)]
    public string? ClipId { get; init; }

    [Description("The https address of a video file, fetched once.")]
    public string? Url { get; init; }

    [Description("A complete upload.")]
    public string? UploadId { get; init; }

    [Description(
        "The caption, at most 2,200 UTF-16 units. TikTok drops it from a video draft: people copy it by hand."
    )]
    [MaxLength(4000)]
    public string? Caption { get; init; }

    [Description("Which connected account (list_accounts); the only one unless given.")]
    public string? AccountId { get; init; }

    [Description(
        "inbox: a draft that the creator finishes in TikTok, unless given. direct: a post; needs privacy_level, and waits "
            + "for a person unless the key has the scope publish."
    )]
    [AllowedValues("inbox", "direct")]
    public string? Mode { get; init; }

    [Description(
        "When it goes out: 2026-12-01T18:00:00+07:00, or a wall time with schedule_zone. At once unless given."
    )]
    [MaxLength(64)]
    public string? ScheduleTime { get; init; }

    [Description("An IANA time zone, such as Europe/Berlin; needed when schedule_time has no offset.")]
    [MaxLength(64)]
    public string? ScheduleZone { get; init; }

    [Description("True: a person must approve it first, whatever the mode.")]
    public bool? Approval { get; init; }

    [Description("Whether ffmpeg may make a file fit that TikTok would refuse.")]
    public bool? Repair { get; init; }

    [Description(ToolTexts.IdempotencyKey)]
    [MaxLength(200)]
    public string? IdempotencyKey { get; init; }

    [Description("Direct posts only, and needed there: one that the creator offers now. There is no default.")]
    [AllowedValues("PUBLIC_TO_EVERYONE", "MUTUAL_FOLLOW_FRIENDS", "FOLLOWER_OF_CREATOR", "SELF_ONLY")]
    public string? PrivacyLevel { get; init; }

    [Description("Direct posts only: no comments; true unless given.")]
    public bool? DisableComment { get; init; }

    [Description("Direct posts only: no duets; true unless given.")]
    public bool? DisableDuet { get; init; }

    [Description("Direct posts only: no stitches; true unless given.")]
    public bool? DisableStitch { get; init; }

    [Description("Direct posts only: which moment's picture is the cover, in ms; the first unless given.")]
    [Range(0, int.MaxValue)]
    public int? VideoCoverTimestampMs { get; init; }

    [Description("Direct posts only: whether a third party pays for it. Not with SELF_ONLY.")]
    public bool? BrandContentToggle { get; init; }

    [Description("Direct posts only: whether it promotes the creator's own business.")]
    public bool? BrandOrganicToggle { get; init; }

    [Description("Direct posts only: whether it carries the label \"AI-generated\".")]
    public bool? IsAigc { get; init; }

    /// <summary>As <c>POST /api/posts</c> takes it.</summary>
    public PostBody ToBody() =>
        new()
        {
            Source = new SourceBody
            {
                ClipId = ClipId,
                Url = Url,
                UploadId = UploadId,
            },
            Mode = Mode,
            AccountId = AccountId,
            Content = Caption,
            ScheduleTime = ScheduleTime,
            ScheduleZone = ScheduleZone,
            Approval = Approval ?? false,
            Repair = Repair ?? false,
            PrivacyLevel = PrivacyLevel,
            DisableComment = DisableComment,
            DisableDuet = DisableDuet,
            DisableStitch = DisableStitch,
            VideoCoverTimestampMs = VideoCoverTimestampMs,
            BrandContentToggle = BrandContentToggle,
            BrandOrganicToggle = BrandOrganicToggle,
            IsAigc = IsAigc,
        };
}
