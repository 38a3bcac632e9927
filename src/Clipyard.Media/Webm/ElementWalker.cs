using Clipyard.Media.Probing;

namespace Clipyard.Media.Webm;

/// <summary>Walks the elements of a WebM or Matroska file that arrives in pieces of any size. Never looks back.</summary>
/// <remarks>What is not asked for is counted, not read: <see cref="SkippableBytes"/> says how much that is.</remarks>
internal sealed class ElementWalker(IElementVisitor visitor)
{
    private const int LongestHeader = 12;
    private const int SmallBytes = 16;

    private readonly byte[] _header = new byte[LongestHeader];
    private readonly byte[] _small = new byte[SmallBytes];
    private readonly Stack<OpenElement> _open = new();
    private int _headerFilled;
    private long _start;
    private uint _id;
    private long _size;
    private byte[]? _buffer;
    private int _bufferTarget;
    private int _bufferFilled;
    private long _remaining;
    private bool _isPadding;

    /// <summary>Bytes seen so far, skipped ones included.</summary>
    public long Position { get; private set; }

    /// <summary>How many of the next bytes would only be counted: null for all the rest.</summary>
    public long? SkippableBytes => _isPadding ? null : _remaining;

    /// <summary>Takes the next bytes of the file.</summary>
    /// <exception cref="StructureException">An element is impossible.</exception>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[Take(bytes)..];
        }
    }

    /// <summary>Passes over bytes without seeing them; no more than <see cref="SkippableBytes"/>.</summary>
    public void Skip(long count)
    {
        Position += count;
        if (!_isPadding)
        {
            _remaining -= count;
            CloseEnded();
        }
    }

    /// <summary>The fault of a file that ends here; null when it may.</summary>
    public string? FaultAtEnd()
    {
        if (_headerFilled > 0)
        {
            return "The file ends inside the header of an element.";
        }

        if (_buffer is not null || _remaining > 0)
        {
            var missing = _buffer is null ? _remaining : _size - _bufferFilled;
            return $"The file ends {missing} bytes before the element '{ElementId.NameOf(_id)}' does.";
        }

        foreach (var open in _open)
        {
            if (open.End is { } end)
            {
                return $"The file ends {end - Position} bytes before the element '{ElementId.NameOf(open.Id)}' does.";
            }
        }

        return null;
    }

    private int Take(ReadOnlySpan<byte> bytes)
    {
        if (_isPadding)
        {
            Position += bytes.Length;
            return bytes.Length;
        }

        if (_buffer is not null)
        {
            return TakeIntoBuffer(_buffer, bytes);
        }

        if (_remaining == 0)
        {
            return TakeIntoHeader(bytes[0]);
        }

        var skipped = (int)Math.Min(bytes.Length, _remaining);
        Skip(skipped);
        return skipped;
    }

    private int TakeIntoHeader(byte next)
    {
        if (_headerFilled == 0)
        {
            _start = Position;

            // Files that were written into reserved space may end in zeros.
            if (next == 0 && _open.Count == 0)
            {
                _isPadding = true;
                return 0;
            }
        }

        _header[_headerFilled++] = next;
        Position++;

        var idBytes = VariableNumber.LengthOf(_header[0]);
        if (idBytes > 4)
        {
            throw NoElement();
        }

        if (_headerFilled > idBytes)
        {
            var sizeBytes = VariableNumber.LengthOf(_header[idBytes]);
            if (sizeBytes > 8)
            {
                throw NoElement();
            }

            if (_headerFilled == idBytes + sizeBytes)
            {
                _headerFilled = 0;
                _id = VariableNumber.ReadId(_header.AsSpan(0, idBytes));
                BeginElement(VariableNumber.ReadSize(_header.AsSpan(idBytes, sizeBytes)));
            }
        }

        return 1;
    }

    private void BeginElement(long? size)
    {
        CloseUnbounded();
        DemandRoom(size);

        var plan = ElementPlan.For(_id, _open.TryPeek(out var parent) ? parent.Id : 0);
        if (plan.Enters && (size is not null || MayBeUnbounded))
        {
            visitor.Begin(_id, _start);
            _open.Push(new OpenElement(_id, size is null ? null : Position + size));
            CloseEnded();
            return;
        }

        _size = size ?? throw StructureException.Corrupt($"The element {Name} does not say where it ends.", _start);
        if (plan.NeedsWhole && _size > plan.BufferedBytes)
        {
            throw StructureException.Corrupt(
                $"The element {Name} claims {_size} bytes; up to {plan.BufferedBytes} are read.",
                _start
            );
        }

        _bufferTarget = (int)Math.Min(_size, plan.BufferedBytes);
        _bufferFilled = 0;
        _remaining = plan.BufferedBytes == 0 ? _size : 0;
        if (plan.BufferedBytes > 0)
        {
            // Grown as bytes arrive: a claimed size alone costs nothing.
            _buffer = _bufferTarget <= SmallBytes ? _small : new byte[Math.Min(_bufferTarget, 4096)];
            EndBufferIfFull(_buffer);
        }
        else
        {
            CloseEnded();
        }
    }

    // A cluster that did not say where it ends does so where something begins that it cannot hold.
    private void CloseUnbounded()
    {
        while (
            _open.TryPeek(out var open)
            && open.End is null
            && (ElementId.IsDocument(_id) || (open.Id == ElementId.Cluster && ElementId.IsSegmentPart(_id)))
        )
        {
            visitor.End(_open.Pop().Id);
        }
    }

    private void DemandRoom(long? size)
    {
        if (size > long.MaxValue - Position)
        {
            throw StructureException.Corrupt($"The element {Name} has the impossible size {size}.", _start);
        }

        if (_open.TryPeek(out var parent) && parent.End is { } end && Position + (size ?? 0) > end)
        {
            throw StructureException.Corrupt($"The element {Name} does not fit into its parent.", _start);
        }
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
        Position += taken;
        EndBufferIfFull(buffer);
        return taken;
    }

    private void EndBufferIfFull(byte[] buffer)
    {
        if (_bufferFilled < _bufferTarget)
        {
            return;
        }

        _buffer = null;
        _remaining = _size - _bufferTarget;
        visitor.Buffered(_id, buffer.AsSpan(0, _bufferTarget), Position - _bufferTarget, _size);
        CloseEnded();
    }

    private void CloseEnded()
    {
        while (_remaining == 0 && _open.TryPeek(out var open) && open.End == Position)
        {
            visitor.End(_open.Pop().Id);
        }
    }

    private bool MayBeUnbounded => _id is ElementId.Segment or ElementId.Cluster;

    private string Name => $"'{ElementId.NameOf(_id)}'";

    private StructureException NoElement() =>
        StructureException.Corrupt("There is no element where one should begin.", _start);
}
