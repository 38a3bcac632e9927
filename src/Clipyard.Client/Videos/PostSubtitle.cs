namespace Clipyard.Client.Videos;

/// <summary>One subtitle track.</summary>
public sealed record PostSubtitle
{
    /// <summary>TikTok's code of the language.</summary>
    public string? Language { get; init; }

    /// <summary>Where it comes from.</summary>
    public string? Source { get; init; }

    /// <summary>webvtt, as a rule.</summary>
    public string? Format { get; init; }

    /// <summary>Where TikTok serves it, for about two days.</summary>
    public string? Url { get; init; }
}
