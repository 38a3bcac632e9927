using Clipyard.Media.Probing;

namespace Clipyard.Media.Ffmpeg;

/// <summary>What became of a file.</summary>
public sealed record RepairResult
{
    /// <summary>What was changed, one sentence each. Empty: nothing had to be, and no file was written.</summary>
    public required IReadOnlyList<string> Changes { get; init; }

    /// <summary>Whether the pictures were encoded again, which takes long and costs some quality.</summary>
    public required bool WasEncoded { get; init; }

    /// <summary>The repaired file as our own probe sees it; the source when nothing was changed.</summary>
    public required MediaReport Report { get; init; }
}
