namespace Clipyard.Media.Images;

/// <summary>What was found out about a picture file.</summary>
public sealed record ImageReport
{
    /// <summary>Its format.</summary>
    public required ImageKind Kind { get; init; }

    /// <summary>Whether the file reaches its format's end mark. A format without end mark is judged by its stated length.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>What is wrong, one sentence; null when the file is whole.</summary>
    public string? Problem { get; init; }

    /// <summary>The file's size in bytes.</summary>
    public required long SizeBytes { get; init; }
}
