namespace Clipyard.Media.Probing;

/// <summary>
/// Watches an MP4 or MOV file pass by, in pieces of any size, and says at the end whether it was whole and what is in it.
/// </summary>
/// <remarks>
/// It never looks back and keeps only the index (64 MiB at most) and the places of the media data; media bytes are
/// counted, not read, at a cost that does not depend on their number. Faults of the file never throw: they are the
/// verdict. One file per instance; not for several threads at a time.
/// </remarks>
public sealed class Mp4Inspector : IContainerInspector
{
    private const int StartBytes = 16;

    private readonly byte[] _start = new byte[StartBytes];
    private readonly FileLayout _layout;
    private readonly BoxWalker _walker;
    private int _startFilled;
    private StructureVerdict? _fault;
    private MediaReport? _report;

    /// <summary>Begins with an empty file.</summary>
    public Mp4Inspector()
        : this(samples: null) { }

    internal Mp4Inspector(FragmentSamples? samples)
    {
        _layout = new FileLayout(samples);
        _walker = new BoxWalker(_layout);
    }

    /// <summary>Bytes seen so far.</summary>
    public long Position { get; private set; }

    /// <summary>
    /// What is in the file, as far as known: null until the index has passed, which in a faststart file is after the
    /// first few kilobytes.
    /// </summary>
    public MediaInfo? Info => _report is null ? _layout.Describe(null) : _report.Info;

    /// <summary>
    /// What is already known to be wrong with the file, so that a transfer can stop early; null when nothing is.
    /// </summary>
    public StructureVerdict? Fault => _startFilled == StartBytes && !IsMedia() ? Foreign() : _fault;

    /// <summary>The index and what it refers to, for other readers of this library.</summary>
    internal FileLayout Layout => _layout;

    /// <summary>How many of the next bytes need not be shown: they may be passed with <see cref="Skip"/>. Null: all.</summary>
    internal long? SkippableBytes => _fault is null ? _walker.SkippableBytes : null;

    long? IContainerInspector.SkippableBytes => SkippableBytes;

    /// <summary>Takes the next bytes of the file.</summary>
    /// <exception cref="InvalidOperationException">The file was completed before.</exception>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        DemandOpen();

        if (_startFilled < StartBytes && Position == _startFilled)
        {
            var taken = Math.Min(bytes.Length, StartBytes - _startFilled);
            bytes[..taken].CopyTo(_start.AsSpan(_startFilled));
            _startFilled += taken;
        }

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

    /// <summary>Says that the file ends here.</summary>
    /// <returns>The verdict, and what is in the file as far as it could be read. The same on every call.</returns>
    public MediaReport Complete() => _report ??= Judge();

    void IContainerInspector.Skip(long count) => Skip(count);

    internal void Skip(long count)
    {
        DemandOpen();
        Position += count;
        if (_fault is null)
        {
            _walker.Skip(count);
        }
    }

    private MediaReport Judge()
    {
        var verdict = FindVerdict();
        var isMedia = verdict.State != StructureState.NotMedia;
        return new MediaReport { Verdict = verdict, Info = isMedia ? _layout.Describe(Position) : null };
    }

    private StructureVerdict FindVerdict()
    {
        if (!IsMedia())
        {
            return Foreign();
        }

        if (_fault is not null)
        {
            return _fault;
        }

        if (_layout.IsPicture)
        {
            return StructureVerdict.NotMedia("This is a HEIC or AVIF picture, not a video.");
        }

        if (_walker.FaultAtEnd() is { } problem)
        {
            return StructureVerdict.Incomplete(problem, Position);
        }

        try
        {
            return _layout.FindMissing(Position) ?? StructureVerdict.Whole;
        }
        catch (StructureException fault)
        {
            return fault.Verdict;
        }
    }

    private StructureVerdict Foreign() =>
        StructureVerdict.NotMedia(FirstBytes.Describe(_start.AsSpan(0, _startFilled)));

    private bool IsMedia()
    {
        var start = _start.AsSpan(0, _startFilled);

        // Too short to tell: a beginning of something, unless it already reads like something else.
        return start.Length < 8 ? !start.IsEmpty && start[0] == 0 : FirstBytes.OpensMedia(FourCc.Of(start[4..]));
    }

    private void DemandOpen()
    {
        if (_report is not null)
        {
            throw new InvalidOperationException("This file was completed; a new one needs a new inspector.");
        }
    }
}
