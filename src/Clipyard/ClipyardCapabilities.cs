namespace Clipyard;

/// <summary>What this version can do, as data for programs that choose by it.</summary>
public sealed record ClipyardCapabilities
{
    /// <summary>Kinds of links that it reads: <c>video</c>, <c>photo</c>, <c>short_link</c>, <c>profile</c>.</summary>
    public required IReadOnlyList<string> LinkKinds { get; init; }

    /// <summary>Qualities, as on the command line.</summary>
    public required IReadOnlyList<string> Qualities { get; init; }

    /// <summary>Containers that it verifies.</summary>
    public required IReadOnlyList<string> Containers { get; init; }

    /// <summary>Forms of sound that it gives.</summary>
    public required IReadOnlyList<string> Audio { get; init; }

    /// <summary>Picture formats of photo posts.</summary>
    public required IReadOnlyList<string> Photos { get; init; }

    /// <summary>Subtitle formats.</summary>
    public required IReadOnlyList<string> Subtitles { get; init; }

    /// <summary>Engines.</summary>
    public required IReadOnlyList<string> Engines { get; init; }
}
