namespace Clipyard.Media.Webm;

/// <summary>When the blocks of one track are shown, counted in the units of the segment.</summary>
internal sealed class BlockTiming
{
    private long _first = long.MaxValue;
    private long _last = long.MinValue;
    private long? _lastDuration;
    private long? _before;
    private long _shortest = long.MaxValue;
    private long _longest;
    private bool _isReordered;

    /// <summary>Pictures, or packets of sound.</summary>
    public long Count { get; private set; }

    public long Bytes { get; private set; }

    /// <summary>From the first block to the last, whose own duration is not in it.</summary>
    public long Span => Count == 0 ? 0 : _last - _first;

    /// <summary>
    /// Whether blocks follow each other in equal steps, give or take what rounding to the unit does; null when that
    /// cannot be seen, because they are stored in another order than shown.
    /// </summary>
    public bool? IsConstant => Count < 2 || _isReordered ? null : _longest - _shortest <= 1;

    public void Add(long time, int frames, long bytes, long? duration)
    {
        if (_before is { } before)
        {
            _isReordered |= time < before;
            _shortest = Math.Min(_shortest, Math.Abs(time - before));
            _longest = Math.Max(_longest, Math.Abs(time - before));
        }

        if (time >= _last)
        {
            _last = time;
            _lastDuration = duration;
        }

        _before = time;
        _first = Math.Min(_first, time);
        Count += frames;
        Bytes += bytes;
    }

    /// <summary>Where the last block ends, in units; <paramref name="usual"/> is how long a block lasts that does not say.</summary>
    public double? End(double? usual) => Count == 0 ? null : _last + Last(usual);

    /// <summary>From the first block's beginning to the last one's end, in units.</summary>
    public double? Length(double? usual) => Count == 0 ? null : Span + Last(usual);

    private double Last(double? usual) => _lastDuration ?? usual ?? (Count > 1 ? (double)Span / (Count - 1) : 0);
}
