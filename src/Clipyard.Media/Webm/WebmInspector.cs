using Clipyard.Media.Probing;

namespace Clipyard.Media.Webm;

/// <summary>Watches a WebM or Matroska file pass by, in pieces of any size, and says at the end whether it was whole.</summary>
/// <remarks>
/// It keeps the list of tracks and a few numbers for each; blocks are counted, not read. A file that was streamed while
/// it was made names no sizes: of such a one it cannot be seen that blocks are missing at the end.
/// </remarks>
internal sealed class WebmInspector : IContainerInspector
{
    private readonly WebmLayout _layout = new();
    private readonly ElementWalker _walker;
    private StructureVerdict? _fault;

    public WebmInspector() => _walker = new ElementWalker(_layout);

    public long Position { get; private set; }

    public MediaInfo? Info => _layout.Describe(null);

    public StructureVerdict? Fault => _layout.ForeignType is { } type ? Foreign(type) : _fault;

    public long? SkippableBytes => _fault is null ? _walker.SkippableBytes : null;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        Position += bytes.Length;
        if (_fault is not null)
        {
            return;
        }

        try
        {
            _walker.Append(bytes);
        }
        catch (StructureException fault)
        {
            _fault = fault.Verdict;
        }
    }

    public void Skip(long count)
    {
        Position += count;
        if (_fault is null)
        {
            _walker.Skip(count);
        }
    }

    public MediaReport Complete()
    {
        var verdict = FindVerdict();
        var isMedia = verdict.State != StructureState.NotMedia;
        return new MediaReport { Verdict = verdict, Info = isMedia ? _layout.Describe(Position) : null };
    }

    private StructureVerdict FindVerdict()
    {
        if (Fault is { } fault)
        {
            return fault;
        }

        return _walker.FaultAtEnd() is { } problem
            ? StructureVerdict.Incomplete(problem, Position)
            : _layout.FindMissing(Position) ?? StructureVerdict.Whole;
    }

    private static StructureVerdict Foreign(string type) =>
        StructureVerdict.NotMedia($"This is an EBML document of the type '{type}', not a video.");
}
