using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Clipyard.Media.Audio;

/// <summary>The four bytes at the start of an MPEG audio frame of layer III (ISO/IEC 11172-3, 2.4.1.3).</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Mp3FrameHeader(int Bytes, int Samples, int SampleRate, int Channels)
{
    private static ReadOnlySpan<ushort> FullKilobits => [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];

    private static ReadOnlySpan<ushort> HalfKilobits => [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];

    private static ReadOnlySpan<ushort> FullRates => [44100, 48000, 32000];

    /// <summary>Reads a header; false when these bytes are none, or the frame's size is not stated in it.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out Mp3FrameHeader header)
    {
        header = default;
        var bits = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        var version = (int)(bits >> 19) & 3; // 0: MPEG 2.5, 2: MPEG 2, 3: MPEG 1
        var layer = (bits >> 17) & 3;
        var bitrate = (int)(bits >> 12) & 15;
        var rate = (int)(bits >> 10) & 3;

        if (bits >> 21 != 0x7ff || version == 1 || layer != 1 || bitrate is 0 or 15 || rate == 3)
        {
            return false;
        }

        var isFull = version == 3;
        var kilobits = (isFull ? FullKilobits : HalfKilobits)[bitrate - 1];
        var halvings = version switch
        {
            3 => 0,
            2 => 1,
            _ => 2,
        };
        var sampleRate = FullRates[rate] >> halvings;
        var samples = isFull ? 1152 : 576;
        var padding = (int)(bits >> 9) & 1;

        header = new Mp3FrameHeader(
            (samples / 8 * kilobits * 1000 / sampleRate) + padding,
            samples,
            sampleRate,
            ((bits >> 6) & 3) == 3 ? 1 : 2
        );
        return true;
    }
}
