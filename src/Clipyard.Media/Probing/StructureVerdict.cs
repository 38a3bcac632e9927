namespace Clipyard.Media.Probing;

/// <summary>Whether a file is whole, and if not, what is wrong and where.</summary>
/// <remarks>Decoding is not attempted: a whole file may still hold damaged pictures.</remarks>
public sealed record StructureVerdict
{
    /// <summary>The verdict on a file without fault.</summary>
    public static StructureVerdict Whole { get; } = new() { State = StructureState.Whole };

    /// <summary>The verdict in one word.</summary>
    public required StructureState State { get; init; }

    /// <summary>What is wrong, one sentence; null when nothing is.</summary>
    public string? Problem { get; init; }

    /// <summary>Where in the file it was noticed, in bytes from its start; null when nothing is wrong.</summary>
    public long? Offset { get; init; }

    /// <summary>Whether the file is a whole media file.</summary>
    public bool IsWhole => State == StructureState.Whole;

    internal static StructureVerdict Incomplete(string problem, long offset) =>
        new()
        {
            State = StructureState.Incomplete,
            Problem = problem,
            Offset = offset,
        };

    internal static StructureVerdict Corrupt(string problem, long offset) =>
        new()
        {
            State = StructureState.Corrupt,
            Problem = problem,
            Offset = offset,
        };

    internal static StructureVerdict NotMedia(string problem) =>
        new()
        {
            State = StructureState.NotMedia,
            Problem = problem,
            Offset = 0,
        };
}
