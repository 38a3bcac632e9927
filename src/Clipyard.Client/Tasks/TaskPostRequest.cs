namespace Clipyard.Client.Tasks;

/// <summary>How a task's video is posted. What is null is left to the server.</summary>
public sealed record TaskPostRequest
{
    /// <summary>The caption; null: what the task's output suggests.</summary>
    public string? Title { get; init; }

    /// <summary><c>direct</c> (the server's default on this route) or <c>inbox</c>.</summary>
    public string? Mode { get; init; }

    /// <summary>One of the creator's levels, such as <c>SELF_ONLY</c>. Direct posts need it.</summary>
    public string? PrivacyLevel { get; init; }

    /// <summary>Which of the instance's accounts; null for its only one.</summary>
    public string? AccountId { get; init; }

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

    /// <summary>When it goes out: with an offset, or a wall time in <see cref="ScheduleZone"/>.</summary>
    public string? ScheduleTime { get; init; }

    /// <summary>An IANA time zone.</summary>
    public string? ScheduleZone { get; init; }
}
