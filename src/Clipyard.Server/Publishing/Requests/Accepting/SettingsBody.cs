using System.ComponentModel;
using Clipyard.Server.Publishing.Posts;

namespace Clipyard.Server.Publishing.Requests.Accepting;

/// <summary>The settings of a direct post, flat in the body that asks for it. What is left out stays as it is.</summary>
internal abstract record SettingsBody
{
    [Description(
        "PUBLIC_TO_EVERYONE, MUTUAL_FOLLOW_FRIENDS, FOLLOWER_OF_CREATOR or SELF_ONLY: one that the creator offers now. "
            + "Direct posts need it; there is no default."
    )]
    public string? PrivacyLevel { get; init; }

    [Description("True unless said.")]
    public bool? DisableComment { get; init; }

    [Description("True unless said.")]
    public bool? DisableDuet { get; init; }

    [Description("True unless said.")]
    public bool? DisableStitch { get; init; }

    [Description("Which moment's picture is the cover, in ms; the first unless said.")]
    public int? VideoCoverTimestampMs { get; init; }

    [Description("Whether a third party pays for it. Not with SELF_ONLY.")]
    public bool? BrandContentToggle { get; init; }

    [Description("Whether it promotes the creator's own business.")]
    public bool? BrandOrganicToggle { get; init; }

    [Description("Whether it carries the label \"AI-generated\".")]
    public bool? IsAigc { get; init; }

    [Description("Photos only: whether TikTok adds music that it recommends.")]
    public bool? AutoAddMusic { get; init; }

    [Description("Photos only: which of them is the cover, from 0.")]
    public int? PhotoCoverIndex { get; init; }

    /// <summary>Settings as they are with these on top.</summary>
    public PostSettings ApplyTo(PostSettings settings) =>
        settings with
        {
            PrivacyLevel = string.IsNullOrEmpty(PrivacyLevel) ? settings.PrivacyLevel : PrivacyLevel,
            DisableComment = DisableComment ?? settings.DisableComment,
            DisableDuet = DisableDuet ?? settings.DisableDuet,
            DisableStitch = DisableStitch ?? settings.DisableStitch,
            VideoCoverTimestampMs = VideoCoverTimestampMs ?? settings.VideoCoverTimestampMs,
            BrandContentToggle = BrandContentToggle ?? settings.BrandContentToggle,
            BrandOrganicToggle = BrandOrganicToggle ?? settings.BrandOrganicToggle,
            IsAigc = IsAigc ?? settings.IsAigc,
            AutoAddMusic = AutoAddMusic ?? settings.AutoAddMusic,
            PhotoCoverIndex = PhotoCoverIndex ?? settings.PhotoCoverIndex,
        };
}
