using System.Buffers.Binary;

namespace Clipyard.Media.Probing;

/// <summary>Walks the boxes of a buffered parent; a box that does not fit into it is a fault.</summary>
internal ref struct BoxReader(ReadOnlySpan<byte> bytes, long fileOffset)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    public bool TryRead(out Box box)
    {
        box = default;
        var rest = _bytes[_at..];

        // QuickTime closes some lists with four zero bytes.
        if (rest.Length < 8 && rest.IndexOfAnyExcept((byte)0) < 0)
        {
            return false;
        }

        var start = fileOffset + _at;
        if (rest.Length < 8)
        {
            throw StructureException.Corrupt("A box begins where its parent has no room for it.", start);
        }

        var type = FourCc.Of(rest[4..]);
        var headerBytes = 8;
        ulong size = BinaryPrimitives.ReadUInt32BigEndian(rest);

        if (size == 1 && rest.Length >= 16)
        {
            headerBytes = 16;
            size = BinaryPrimitives.ReadUInt64BigEndian(rest[8..]);
        }
        else if (size == 0)
        {
            // In user data a zero closes the list and padding may follow; elsewhere the box fills its parent.
            if (type.Value == 0)
            {
                return false;
            }

            size = (ulong)rest.Length;
        }

        if (size < (ulong)headerBytes || size > (ulong)rest.Length)
        {
            throw StructureException.Corrupt($"The box '{type}' does not fit into its parent.", start);
        }

        box = new Box(type, rest[..(int)size], headerBytes, start);
        _at += (int)size;
        return true;
    }
}
