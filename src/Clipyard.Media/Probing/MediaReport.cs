namespace Clipyard.Media.Probing;

/// <summary>What was found out about a file: whether it is whole, and what is in it.</summary>
public sealed record MediaReport
{
    /// <summary>Whether the file is whole.</summary>
    public required StructureVerdict Verdict { get; init; }

    /// <summary>What is in it; null when no readable index was found. Given for incomplete files too, if known.</summary>
    public MediaInfo? Info { get; init; }
}
