using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Clipyard.Media.Probing;

namespace Clipyard.Media.Webm;

/// <summary>The beginning of a block: whose it is, when it is shown after its cluster begins, how much it holds.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WebmBlock(
    long Track,
    int RelativeTime,
    int Frames,
    long Bytes,
    byte? FirstByte,
    long Offset
)
{
    private const byte LaceFlags = 0x06;

    /// <summary>Reads it from its first bytes; <paramref name="size"/> is that of the whole block.</summary>
    /// <exception cref="StructureException">It is too short for a block.</exception>
    public static WebmBlock Read(Element start, long size)
    {
        var bytes = start.Payload;
        var numberBytes = bytes.IsEmpty ? 9 : VariableNumber.LengthOf(bytes[0]);
        if (numberBytes > 8 || bytes.Length < numberBytes + 3)
        {
            throw StructureException.Corrupt("A block is too short for its own header.", start.PayloadOffset);
        }

        var track = VariableNumber.Read(bytes[..numberBytes]);
        var time = BinaryPrimitives.ReadInt16BigEndian(bytes[numberBytes..]);
        var isLaced = (bytes[numberBytes + 2] & LaceFlags) != 0;
        var rest = bytes[(numberBytes + 3)..];

        return new WebmBlock(
            track,
            time,
            isLaced && !rest.IsEmpty ? rest[0] + 1 : 1,
            size - numberBytes - 3,
            isLaced || rest.IsEmpty ? null : rest[0],
            start.PayloadOffset
        );
    }
}
