using System.Buffers.Binary;

namespace Clipyard.Media.Probing;

/// <summary>One box inside a buffered parent: its type, its whole bytes, its payload, and where it lies in the file.</summary>
internal readonly ref struct Box(FourCc type, ReadOnlySpan<byte> whole, int headerBytes, long fileOffset)
{
    public FourCc Type { get; } = type;

    public ReadOnlySpan<byte> Whole { get; } = whole;

    /// <summary>Where the box begins, in bytes from the start of the file.</summary>
    public long FileOffset { get; } = fileOffset;

    public ReadOnlySpan<byte> Payload => Whole[HeaderBytes..];

    /// <summary>Where the payload begins, in bytes from the start of the file.</summary>
    public long PayloadOffset => FileOffset + HeaderBytes;

    private int HeaderBytes { get; } = headerBytes;

    public bool Is(ReadOnlySpan<byte> name) => Type.Is(name);

    public BoxReader Children(int skip = 0)
    {
        Need(skip);
        return new BoxReader(Payload[skip..], PayloadOffset + skip);
    }

    public byte Byte(int at)
    {
        Need(at + 1L);
        return Payload[at];
    }

    public ushort UInt16(int at)
    {
        Need(at + 2L);
        return BinaryPrimitives.ReadUInt16BigEndian(Payload[at..]);
    }

    public uint UInt32(int at)
    {
        Need(at + 4L);
        return BinaryPrimitives.ReadUInt32BigEndian(Payload[at..]);
    }

    public int Int32(int at) => unchecked((int)UInt32(at));

    public ulong UInt64(int at)
    {
        Need(at + 8L);
        return BinaryPrimitives.ReadUInt64BigEndian(Payload[at..]);
    }

    /// <summary>Refuses a table that claims more entries than the box has bytes for.</summary>
    public int Count(int at, int tableAt, int entryBytes)
    {
        var count = UInt32(at);
        Need(tableAt + ((long)count * entryBytes));
        return (int)count;
    }

    private void Need(long bytes)
    {
        if (bytes > Payload.Length)
        {
            throw StructureException.Corrupt(
                $"The box '{Type}' has {Payload.Length} bytes where its content needs {bytes}.",
                FileOffset
            );
        }
    }
}
