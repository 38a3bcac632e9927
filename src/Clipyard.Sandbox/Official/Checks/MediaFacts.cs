namespace Clipyard.Sandbox.Official.Checks;

/// <summary>What was read in a video or photo.</summary>
internal sealed record MediaFacts
{
    /// <summary><c>h264</c>, <c>h265</c>, <c>vp8</c>, <c>vp9</c>, <c>jpeg</c>, <c>webp</c>.</summary>
    public required string Codec { get; init; }

    public required string ContentType { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    /// <summary>Seconds; 0 for photos.</summary>
    public double Seconds { get; init; }

    /// <summary>Frames a second; 0 where it is not stated.</summary>
    public double FramesPerSecond { get; init; }
}
