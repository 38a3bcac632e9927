using Clipyard.Sandbox.Hosting;

namespace Clipyard.Sandbox.Media;

/// <summary>One file that posts can be made of.</summary>
internal sealed record ShelvedClip(
    SegmentedBody Body,
    string ContentType,
    int Width,
    int Height,
    int DurationMs,
    string Hash
);
