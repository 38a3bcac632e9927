namespace Clipyard.Client.Posts;

/// <summary>Where a video goes, how it looks there, and when: the same for every way to post. What is null is left to the server.</summary>
public abstract record PostSettings
{
    /// <summary><c>inbox</c> (a draft) or <c>direct</c>; null: a draft, and of a task's video a direct post.</summary>
    public string? Mode { get; init; }

    /// <summary>Which connected account, of a task's video which of its instance's; null for the only one.</summary>
    public string? AccountId { get; init; }

    /// <summary>One of the creator's levels, such as <c>SELF_ONLY</c>. Direct posts need it.</summary>
    public string? PrivacyLevel { get; init; }

    /// <summary>True unless said.</summary>
    public bool? DisableComment { get; init; }

    /// <summary>True unless said.</summary>
    public bool? DisableDuet { get; init; }

    /// <summary>True unless said.</summary>
    public bool? DisableStitch { get; init; }

    /// <summary>Which moment's picture is the cover, in ms.</summary>
    public int? VideoCoverTimestampMs { get; init; }

    /// <summary>Whether a third party pays for it.</summary>
    public bool? BrandContentToggle { get; init; }

    /// <summary>Whether it promotes the creator's own business.</summary>
    public bool? BrandOrganicToggle { get; init; }

    /// <summary>Whether it carries the label "AI-generated".</summary>
    public bool? IsAigc { get; init; }

    /// <summary>When it goes out: with an offset, or a wall time in <see cref="ScheduleZone"/>. Empty, in a change: at once.</summary>
    public string? ScheduleTime { get; init; }

    /// <summary>An IANA time zone.</summary>
    public string? ScheduleZone { get; init; }
}
