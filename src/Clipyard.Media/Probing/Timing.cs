namespace Clipyard.Media.Probing;

/// <summary>Durations of samples, summed up. Sums stop at the largest number instead of wrapping.</summary>
internal sealed class Timing
{
    private long? _last;
    private long? _delta;
    private bool _varies;

    public long SampleCount { get; private set; }

    public long Units { get; private set; }

    /// <summary>Whether all durations are equal; the last sample's does not count, encoders cut it as they like.</summary>
    public bool? IsConstant => SampleCount == 0 ? null : !_varies;

    /// <summary>The duration that all samples have, the last one aside; null when there is no such one.</summary>
    public long? Steady => _varies || _delta is not > 0 ? null : _delta;

    public void Add(long count, long delta)
    {
        if (count == 0)
        {
            return;
        }

        if (_last is { } previous)
        {
            Settle(previous);
        }

        // All but the last sample of this run are settled now.
        if (count > 1)
        {
            Settle(delta);
        }

        _last = delta;
        SampleCount = SaturatingAdd(SampleCount, count);
        Units = SaturatingAdd(Units, SaturatingMultiply(count, delta));
    }

    public static long SaturatingAdd(long left, long right) =>
        left > long.MaxValue - right ? long.MaxValue : left + right;

    private void Settle(long delta)
    {
        _varies |= _delta is { } before && before != delta;
        _delta = delta;
    }

    private static long SaturatingMultiply(long left, long right)
    {
        var high = Math.BigMul(left, right, out var low);
        return high != 0 || low < 0 ? long.MaxValue : low;
    }
}
