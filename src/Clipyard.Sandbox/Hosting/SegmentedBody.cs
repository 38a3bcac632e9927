namespace Clipyard.Sandbox.Hosting;

/// <summary>Bytes to send: some segments held in memory, then zeros that are held nowhere.</summary>
internal sealed class SegmentedBody
{
    private static readonly byte[] Zeros = new byte[64 * 1024];

    private readonly ReadOnlyMemory<byte>[] _segments;
    private readonly long _inMemory;

    public SegmentedBody(ReadOnlyMemory<byte>[] segments, long trailingZeros = 0)
    {
        _segments = segments;
        _inMemory = segments.Sum(segment => (long)segment.Length);
        Length = _inMemory + trailingZeros;
    }

    public static SegmentedBody Empty { get; } = new([]);

    public long Length { get; }

    public static SegmentedBody Of(byte[] bytes) => new([bytes]);

    public static SegmentedBody Of(string text) => new([System.Text.Encoding.UTF8.GetBytes(text)]);

    /// <summary>The bytes from <paramref name="offset"/> on, in pieces.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Read(long offset, long count)
    {
        var start = 0L;
        foreach (var segment in _segments)
        {
            if (count == 0)
            {
                yield break;
            }

            if (offset < start + segment.Length)
            {
                var skip = (int)(offset - start);
                var take = (int)Math.Min(count, segment.Length - skip);
                yield return segment.Slice(skip, take);
                offset += take;
                count -= take;
            }

            start += segment.Length;
        }

        while (count > 0)
        {
            var take = (int)Math.Min(count, Zeros.Length);
            yield return Zeros.AsMemory(0, take);
            count -= take;
        }
    }
}
