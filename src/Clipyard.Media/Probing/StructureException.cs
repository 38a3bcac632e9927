namespace Clipyard.Media.Probing;

/// <summary>Carries a verdict out of nested boxes. Never leaves the library.</summary>
#pragma warning disable CA1064 // internal on purpose: callers get the verdict as a value
internal sealed class StructureException(StructureVerdict verdict) : Exception(verdict.Problem)
#pragma warning restore CA1064
{
    public StructureVerdict Verdict { get; } = verdict;

    public static StructureException Corrupt(string problem, long offset) =>
        new(StructureVerdict.Corrupt(problem, offset));
}
