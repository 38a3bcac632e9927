namespace Clipyard.Sandbox.Hosting;

/// <summary>Bytes to send: some segments held in memory, then zeros that are held nowhere.</summary>
internal sealed class SegmentedBody
{
    private static readonly byte[] Zeros = new byte[64 * 1024];

    private readonly ReadOnlyMemory<byte>[] _segments;
    private readonly string? _file;

    public SegmentedBody(ReadOnlyMemory<byte>[] segments, long trailingZeros = 0)
    {
        _segments = segments;
        Length = segments.Sum(segment => (long)segment.Length) + trailingZeros;
    }

    private SegmentedBody(string file, long length)
    {
        _segments = [];
        _file = file;
        Length = length;
    }

    public static SegmentedBody Empty { get; } = new([]);

    public long Length { get; }

    public static SegmentedBody Of(byte[] bytes) => new([bytes]);

    public static SegmentedBody Of(string text) => new([System.Text.Encoding.UTF8.GetBytes(text)]);

    /// <summary>The bytes of a file, read when they are sent.</summary>
    public static SegmentedBody OfFile(string file, long length) => new(file, length);

    /// <summary>The bytes from <paramref name="offset"/> on, in pieces; a piece is good until the next one.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Read(long offset, long count) =>
        _file is null ? ReadMemory(offset, count) : ReadFile(_file, offset, count);

    private static IEnumerable<ReadOnlyMemory<byte>> ReadFile(string path, long offset, long count)
    {
        using var file = File.OpenHandle(path);
        var buffer = new byte[Zeros.Length];
        while (count > 0)
        {
            var read = RandomAccess.Read(file, buffer.AsSpan(0, (int)Math.Min(count, buffer.Length)), offset);
            if (read == 0)
            {
                throw new EndOfStreamException("A file of the sandbox is shorter than it was.");
            }

            yield return buffer.AsMemory(0, read);
            offset += read;
            count -= read;
        }
    }

    private IEnumerable<ReadOnlyMemory<byte>> ReadMemory(long offset, long count)
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
