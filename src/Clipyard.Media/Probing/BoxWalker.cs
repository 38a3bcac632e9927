using System.Buffers.Binary;

namespace Clipyard.Media.Probing;

/// <summary>Walks the outermost boxes of a file that arrives in pieces of any size. Never looks back.</summary>
/// <remarks>What is not asked for is counted, not read: <see cref="SkippableBytes"/> says how much that is.</remarks>
internal sealed class BoxWalker(IBoxVisitor visitor)
{
    private const int LongHeaderBytes = 16;

    private readonly byte[] _header = new byte[LongHeaderBytes];
    private int _headerFilled;
    private long _boxStart;
    private FourCc _type;
    private int _headerBytes;
    private long? _remaining = 0;
    private byte[]? _buffer;
    private int _bufferTarget;
    private int _bufferFilled;

    /// <summary>Bytes seen so far, skipped ones included.</summary>
    public long Position { get; private set; }

    /// <summary>How many of the next bytes would only be counted: null for all the rest.</summary>
    public long? SkippableBytes => _buffer is null ? _remaining : 0;

    /// <summary>Takes the next bytes of the file.</summary>
    /// <exception cref="StructureException">A box is impossible.</exception>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var taken = Take(bytes);
            Position += taken;
            bytes = bytes[taken..];
        }
    }

    /// <summary>Passes over bytes without seeing them; no more than <see cref="SkippableBytes"/>.</summary>
    public void Skip(long count)
    {
        Position += count;
        _remaining -= count;
    }

    /// <summary>The fault of a file that ends here; null when it may.</summary>
    public string? FaultAtEnd()
    {
        if (_headerFilled > 0)
        {
            return "The file ends inside the header of a box.";
        }

        if (_buffer is not null)
        {
            return $"The file ends {_bufferTarget - _bufferFilled} bytes before the box '{_type}' does.";
        }

        return _remaining is > 0 ? $"The file ends {_remaining} bytes before the box '{_type}' does." : null;
    }

    private int Take(ReadOnlySpan<byte> bytes)
    {
        if (_buffer is not null)
        {
            return TakeIntoBuffer(_buffer, bytes);
        }

        if (_remaining is null)
        {
            return bytes.Length;
        }

        if (_remaining > 0)
        {
            var skipped = (int)Math.Min(bytes.Length, _remaining.Value);
            _remaining -= skipped;
            return skipped;
        }

        return TakeIntoHeader(bytes);
    }

    private int TakeIntoHeader(ReadOnlySpan<byte> bytes)
    {
        if (_headerFilled == 0)
        {
            _boxStart = Position;
        }

        var target = _headerFilled >= 8 ? LongHeaderBytes : 8;
        var taken = Math.Min(bytes.Length, target - _headerFilled);
        bytes[..taken].CopyTo(_header.AsSpan(_headerFilled));
        _headerFilled += taken;

        var isLong = _headerFilled >= 8 && BinaryPrimitives.ReadUInt32BigEndian(_header) == 1;
        if (_headerFilled == (isLong ? LongHeaderBytes : 8))
        {
            BeginBox();
        }

        return taken;
    }

    private void BeginBox()
    {
        _type = FourCc.Of(_header.AsSpan(4));
        _headerBytes = _headerFilled;
        _headerFilled = 0;

        var size = ReadSize();
        visitor.Begin(_type, _boxStart, _headerBytes, size);
        _remaining = size - _headerBytes;

        var limit = visitor.BufferLimit(_type);
        if (limit > 0)
        {
            BeginBuffer(size, limit);
        }
    }

    private long? ReadSize()
    {
        ulong size = BinaryPrimitives.ReadUInt32BigEndian(_header);
        if (size == 0)
        {
            return null;
        }

        if (size == 1)
        {
            size = BinaryPrimitives.ReadUInt64BigEndian(_header.AsSpan(8));
        }

        if (size < (ulong)_headerBytes || size > (ulong)(long.MaxValue - _boxStart))
        {
            throw StructureException.Corrupt($"The box '{_type}' has the impossible size {size}.", _boxStart);
        }

        return (long)size;
    }

    private void BeginBuffer(long? size, int limit)
    {
        if (size is null)
        {
            throw StructureException.Corrupt($"The box '{_type}' does not say where it ends.", _boxStart);
        }

        if (size > limit)
        {
            throw StructureException.Corrupt(
                $"The box '{_type}' claims {size} bytes; up to {limit} are read. Cut the file into shorter parts, or fragments.",
                _boxStart
            );
        }

        // Grown as bytes arrive: a claimed size alone costs nothing.
        _bufferTarget = (int)size;
        _buffer = new byte[Math.Min(_bufferTarget, 4096)];
        _header.AsSpan(0, _headerBytes).CopyTo(_buffer);
        _bufferFilled = _headerBytes;
        EndBufferIfFull();
    }

    private int TakeIntoBuffer(byte[] buffer, ReadOnlySpan<byte> bytes)
    {
        var taken = Math.Min(bytes.Length, _bufferTarget - _bufferFilled);
        var needed = _bufferFilled + taken;
        if (needed > buffer.Length)
        {
            Array.Resize(ref buffer, (int)Math.Min(_bufferTarget, Math.Max(needed, 2L * buffer.Length)));
            _buffer = buffer;
        }

        bytes[..taken].CopyTo(buffer.AsSpan(_bufferFilled));
        _bufferFilled = needed;
        EndBufferIfFull();
        return taken;
    }

    private void EndBufferIfFull()
    {
        if (_bufferFilled < _bufferTarget)
        {
            return;
        }

        var whole = _buffer.AsMemory(0, _bufferTarget);
        _buffer = null;
        _remaining = 0;
        visitor.Buffered(_type, _boxStart, _headerBytes, whole);
    }
}
