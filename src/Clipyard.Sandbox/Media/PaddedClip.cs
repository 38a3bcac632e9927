using System.Buffers.Binary;
using Clipyard.Sandbox.Hosting;

namespace Clipyard.Sandbox.Media;

/// <summary>A clip followed by one <c>free</c> box, so that a valid MP4 of any size can be served from little memory.</summary>
internal static class PaddedClip
{
    private const int ShortHeaderBytes = 8;
    private const int LongHeaderBytes = 16;

    /// <exception cref="ArgumentOutOfRangeException">Smaller than the clip and a box header.</exception>
    public static SegmentedBody Create(byte[] clip, long totalBytes)
    {
        var padding = totalBytes - clip.Length;
        if (padding == 0)
        {
            return SegmentedBody.Of(clip);
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(totalBytes, clip.LongLength + ShortHeaderBytes);
        var header = Header(padding);
        return new SegmentedBody([clip, header], padding - header.Length);
    }

    private static byte[] Header(long boxBytes)
    {
        if (boxBytes <= uint.MaxValue)
        {
            var header = new byte[ShortHeaderBytes];
            BinaryPrimitives.WriteUInt32BigEndian(header, (uint)boxBytes);
            "free"u8.CopyTo(header.AsSpan(4));
            return header;
        }

        // Size 1 announces a 64-bit size behind the type (ISO/IEC 14496-12, 4.2).
        var longHeader = new byte[LongHeaderBytes];
        BinaryPrimitives.WriteUInt32BigEndian(longHeader, 1);
        "free"u8.CopyTo(longHeader.AsSpan(4));
        BinaryPrimitives.WriteUInt64BigEndian(longHeader.AsSpan(8), (ulong)boxBytes);
        return longHeader;
    }
}
