namespace Clipyard.Sandbox.Media;

/// <summary>What the clip library knows about one of its files.</summary>
internal sealed record ClipInfo
{
    public required string Name { get; init; }

    public required string File { get; init; }

    public int Width { get; init; }

    public int Height { get; init; }

    public int DurationMs { get; init; }

    public long Bytes { get; init; }

    public string Codec { get; init; } = "";
}
