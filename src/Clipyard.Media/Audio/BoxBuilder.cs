using System.Buffers.Binary;
using Clipyard.Media.Probing;

namespace Clipyard.Media.Audio;

/// <summary>Writes nested boxes; a box's size is filled in when it ends.</summary>
internal sealed class BoxBuilder
{
    private readonly Stack<int> _open = new();
    private byte[] _bytes = new byte[4096];
    private int _length;

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    public BoxBuilder Begin(ReadOnlySpan<byte> type) => Begin(FourCc.Of(type));

    public BoxBuilder Begin(FourCc type)
    {
        _open.Push(_length);
        return UInt32(0).UInt32(type.Value);
    }

    public BoxBuilder End()
    {
        var start = _open.Pop();
        BinaryPrimitives.WriteUInt32BigEndian(_bytes.AsSpan(start), checked((uint)(_length - start)));
        return this;
    }

    public BoxBuilder UInt32(uint value)
    {
        BinaryPrimitives.WriteUInt32BigEndian(Reserve(4), value);
        return this;
    }

    public BoxBuilder UInt64(ulong value)
    {
        BinaryPrimitives.WriteUInt64BigEndian(Reserve(8), value);
        return this;
    }

    public BoxBuilder Bytes(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Reserve(bytes.Length));
        return this;
    }

    /// <summary>Copies a box, with a header of the usual form.</summary>
    public BoxBuilder Copy(Box box) => Begin(box.Type).Bytes(box.Payload).End();

    /// <summary>Copies a header box (<c>mvhd</c>, <c>tkhd</c>, <c>mdhd</c>) with another duration.</summary>
    /// <param name="box">Its version says how wide the duration is.</param>
    /// <param name="narrowAt">Where the duration stands in version 0.</param>
    /// <param name="wideAt">Where it stands in version 1.</param>
    /// <param name="units">The duration; what does not fit becomes "unknown".</param>
    public BoxBuilder CopyWithDuration(Box box, int narrowAt, int wideAt, ulong units)
    {
        Begin(box.Type);
        var start = _length;
        Bytes(box.Payload);
        if (box.Byte(0) == 1)
        {
            BinaryPrimitives.WriteUInt64BigEndian(_bytes.AsSpan(start + wideAt), units);
        }
        else
        {
            BinaryPrimitives.WriteUInt32BigEndian(
                _bytes.AsSpan(start + narrowAt),
                (uint)Math.Min(units, uint.MaxValue)
            );
        }

        return End();
    }

    private Span<byte> Reserve(int count)
    {
        if (_length + count > _bytes.Length)
        {
            Array.Resize(ref _bytes, checked(Math.Max(_bytes.Length * 2, _length + count)));
        }

        var place = _bytes.AsSpan(_length, count);
        _length += count;
        return place;
    }
}
