using Clipyard.Media.Probing;

namespace Clipyard.Media.Audio;

/// <summary>What was found out about a sound file.</summary>
public sealed record AudioFileReport
{
    /// <summary>Its format.</summary>
    public required AudioFileKind Kind { get; init; }

    /// <summary>Whether the file is whole.</summary>
    public required StructureVerdict Verdict { get; init; }

    /// <summary>How long it sounds; null when unknown. For MP3: the sum of its frames.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Samples per second and channel, in hertz; null when unknown.</summary>
    public int? SampleRate { get; init; }

    /// <summary>Channels; null when unknown.</summary>
    public int? Channels { get; init; }

    /// <summary>The file's size in bytes.</summary>
    public required long SizeBytes { get; init; }
}
