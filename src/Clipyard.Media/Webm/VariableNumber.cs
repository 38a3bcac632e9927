using System.Numerics;

namespace Clipyard.Media.Webm;

/// <summary>EBML's numbers of one to eight bytes: the zeros in front of the first one say how many bytes follow.</summary>
internal static class VariableNumber
{
    /// <summary>How many bytes a number has that begins with this one; 9 when none does.</summary>
    public static int LengthOf(byte first) => BitOperations.LeadingZeroCount((uint)first << 24 | 0x800000) + 1;

    /// <summary>The number, without the bits that say its length.</summary>
    public static long Read(ReadOnlySpan<byte> bytes)
    {
        long value = bytes[0] & (0xff >> bytes.Length);
        foreach (var next in bytes[1..])
        {
            value = (value << 8) | next;
        }

        return value;
    }

    /// <summary>The number with them, as element ids are written.</summary>
    public static uint ReadId(ReadOnlySpan<byte> bytes)
    {
        uint value = 0;
        foreach (var next in bytes)
        {
            value = (value << 8) | next;
        }

        return value;
    }

    /// <summary>A size, in which all ones mean that it is not known: null.</summary>
    public static long? ReadSize(ReadOnlySpan<byte> bytes)
    {
        var size = Read(bytes);
        return size == (1L << (7 * bytes.Length)) - 1 ? null : size;
    }
}
