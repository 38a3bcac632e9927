using System.ComponentModel;
using Clipyard.Server.Publishing.Requests.Accepting;

namespace Clipyard.Server.Tasks.Posting;

/// <summary>How a task's video is posted.</summary>
internal sealed record PostTaskBody : SettingsBody
{
    [Description("The caption, at most 2,200 UTF-16 units; the task's suggested caption unless said.")]
    public string? Title { get; init; }

    [Description("direct (a post; unless said) or inbox (a draft, to which TikTok takes no caption and no settings).")]
    public string? Mode { get; init; }

    [Description("upload (unless said) or pull.")]
    public string? Transfer { get; init; }

    [Description("One of the instance's accounts; its only one unless said.")]
    public string? AccountId { get; init; }

    [Description("When it goes out: with an offset, or a wall time in schedule_zone. As soon as possible unless said.")]
    public string? ScheduleTime { get; init; }

    [Description("An IANA time zone; needed when schedule_time has no offset.")]
    public string? ScheduleZone { get; init; }

    [Description("Whether ffmpeg may make a file fit that TikTok would refuse.")]
    public bool Repair { get; init; }

    /// <summary>What was said that TikTok takes no notice of in a draft.</summary>
    public IReadOnlyList<string> IgnoredInDrafts()
    {
        (string Name, bool IsSaid)[] members =
        [
            ("title", !string.IsNullOrWhiteSpace(Title)),
            ("privacy_level", !string.IsNullOrEmpty(PrivacyLevel)),
            ("disable_comment", DisableComment is not null),
            ("disable_duet", DisableDuet is not null),
            ("disable_stitch", DisableStitch is not null),
            ("video_cover_timestamp_ms", VideoCoverTimestampMs is not null),
            ("brand_content_toggle", BrandContentToggle is not null),
            ("brand_organic_toggle", BrandOrganicToggle is not null),
            ("is_aigc", IsAigc is not null),
        ];
        return [.. members.Where(member => member.IsSaid).Select(member => member.Name)];
    }
}
