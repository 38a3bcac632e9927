using System.Buffers.Binary;
using System.Text;

namespace Clipyard.Testing.Media;

/// <summary>Makes the bytes of boxes, by hand, right or wrong as a test wants them.</summary>
public static class Bytes
{
    public static byte[] Box(string type, params byte[][] content)
    {
        var payload = Join(content);
        return Join(UInt32((uint)payload.Length + 8), Text(type), payload);
    }

    /// <summary>A box whose size is written in 64 bits.</summary>
    public static byte[] WideBox(string type, params byte[][] content)
    {
        var payload = Join(content);
        return Join(UInt32(1), Text(type), UInt64((ulong)payload.Length + 16), payload);
    }

    /// <summary>A box that runs to the end of its parent or file.</summary>
    public static byte[] OpenBox(string type, params byte[][] content) => Join(UInt32(0), Text(type), Join(content));

    /// <summary>A box with a size of one's choice, true or not.</summary>
    public static byte[] SizedBox(string type, uint size, params byte[][] content) =>
        Join(UInt32(size), Text(type), Join(content));

    public static byte[] Join(params byte[][] parts) => [.. parts.SelectMany(part => part)];

    public static byte[] Text(string text) => Encoding.Latin1.GetBytes(text);

    public static byte[] Zeros(int count) => new byte[count];

    public static byte[] UInt16(int value) => [(byte)(value >> 8), (byte)value];

    public static byte[] UInt32(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    public static byte[] UInt64(ulong value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, value);
        return bytes;
    }

    public static byte[] UInt32s(params uint[] values) => Join([.. values.Select(UInt32)]);
}
