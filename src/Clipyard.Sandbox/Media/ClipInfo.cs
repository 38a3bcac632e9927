namespace Clipyard.Sandbox.Media;

/// <summary>What the clip library knows about one of its files.</summary>
internal sealed record ClipInfo
{
    public required string File { get; init; }

    /// <summary>Pixels; null for sounds.</summary>
    public int? Width { get; init; }

    /// <summary>Pixels; null for sounds.</summary>
    public int? Height { get; init; }

    /// <summary>Milliseconds; null for images.</summary>
    public int? DurationMs { get; init; }

    /// <summary>The image of a video, of the same shape; null for everything else.</summary>
    public string? Cover { get; init; }
}
