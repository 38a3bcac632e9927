namespace Clipyard.Client.Posts;

/// <summary>How a video is posted. What is null is left to the server, or stays as it is.</summary>
public record PostOptions
{
    /// <summary><c>inbox</c> (a draft; the server's default) or <c>direct</c>.</summary>
    public string? Mode { get; init; }

    /// <summary>Which connected account; null for the only one.</summary>
    public string? AccountId { get; init; }

    /// <summary>The caption.</summary>
    public string? Content { get; init; }

    /// <summary>The caption when there is no content; of photos the title.</summary>
    public string? Title { get; init; }

    /// <summary>Stands below the caption.</summary>
    public string? Description { get; init; }

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
