using Clipyard.Media.Probing;

namespace Clipyard.Media.Audio;

/// <summary>What came of taking the sound out of a file.</summary>
public sealed record AudioExtraction
{
    /// <summary>How it went. Nothing was written unless <see cref="AudioOutcome.Extracted"/>.</summary>
    public required AudioOutcome Outcome { get; init; }

    /// <summary>Bytes written to the destination.</summary>
    public long BytesWritten { get; init; }

    /// <summary>The track that was taken, or was refused for its codec; null when there is none.</summary>
    public MediaTrack? Track { get; init; }

    /// <summary>The verdict on the source.</summary>
    public required StructureVerdict Verdict { get; init; }
}
