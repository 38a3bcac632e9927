using System.Buffers.Binary;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Clipyard.Sandbox.Official.Checks;

/// <summary>Reads WebM files as far as TikTok's rules need it: what stands before the first cluster.</summary>
internal static class WebmReader
{
    private const uint Ebml = 0x1A45DFA3;
    private const uint Segment = 0x18538067;
    private const uint Info = 0x1549A966;
    private const uint Tracks = 0x1654AE6B;
    private const uint Track = 0xAE;
    private const uint Video = 0xE0;
    private const int HeadBytes = 1024 * 1024;

    public static bool IsOne(ReadOnlySpan<byte> head) =>
        head.Length >= 4 && BinaryPrimitives.ReadUInt32BigEndian(head) == Ebml;

    /// <summary>What the file says about itself; null when it does not.</summary>
    public static MediaFacts? Read(SafeFileHandle file)
    {
        var head = new byte[HeadBytes];
        ReadOnlyMemory<byte> bytes = head.AsMemory(0, RandomAccess.Read(file, head, 0));
        if (Find(bytes, Segment) is not { } segment || Find(segment, Tracks) is not { } tracks)
        {
            return null;
        }

        var info = Find(segment, Info) ?? ReadOnlyMemory<byte>.Empty;
        var scale = Whole(Find(info, 0x2AD7B1)) ?? 1_000_000;
        var track = Inside(tracks)
            .Where(item => item.Id == Track)
            .Select(item => item.Content)
            .FirstOrDefault(content => Whole(Find(content, 0x83)) == 1);
        if (Find(track, Video) is not { } video || Find(track, 0x86) is not { } codec)
        {
            return null;
        }

        var frame = Whole(Find(track, 0x23E383)) ?? 0;
        return new MediaFacts
        {
            Codec = Encoding.ASCII.GetString(codec.Span) switch
            {
                "V_VP8" => "vp8",
                "V_VP9" => "vp9",
                var other => other,
            },
            ContentType = "video/webm",
            Width = (int)(Whole(Find(video, 0xB0)) ?? 0),
            Height = (int)(Whole(Find(video, 0xBA)) ?? 0),
            Seconds = Real(Find(info, 0x4489)) * scale / 1e9,
            FramesPerSecond = frame > 0 ? 1e9 / frame : 0,
        };
    }

    private static ReadOnlyMemory<byte>? Find(ReadOnlyMemory<byte> bytes, uint id) =>
        Inside(bytes).Where(item => item.Id == id).Select(item => (ReadOnlyMemory<byte>?)item.Content).FirstOrDefault();

    /// <summary>The elements side by side; what reaches beyond the bytes is cut, for only the head of the file is read.</summary>
    private static IEnumerable<(uint Id, ReadOnlyMemory<byte> Content)> Inside(ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Length > 1)
        {
            var idBytes = Width(bytes.Span[0]);
            if (idBytes > 4 || bytes.Length <= idBytes || Width(bytes.Span[idBytes]) is not (<= 8 and var sizeBytes))
            {
                yield break;
            }

            var start = idBytes + sizeBytes;
            if (bytes.Length < start)
            {
                yield break;
            }

            var id = (uint)Number(bytes.Span[..idBytes]);
            var mask = (1L << (7 * sizeBytes)) - 1;
            var size = Number(bytes.Span[idBytes..start]) & mask;

            // All ones: of unknown size, to the end.
            var length = size == mask ? bytes.Length - start : Math.Min(size, bytes.Length - start);
            yield return (id, bytes.Slice(start, (int)length));
            bytes = bytes[(start + (int)length)..];
        }
    }

    private static int Width(byte first) => first == 0 ? 9 : System.Numerics.BitOperations.LeadingZeroCount(first) - 23;

    private static long Number(ReadOnlySpan<byte> bytes)
    {
        var number = 0L;
        foreach (var part in bytes)
        {
            number = (number << 8) | part;
        }

        return number;
    }

    private static long? Whole(ReadOnlyMemory<byte>? content) =>
        content is { Length: > 0 and <= 8 } bytes ? Number(bytes.Span) : null;

    private static double Real(ReadOnlyMemory<byte>? content) =>
        content switch
        {
            { Length: 4 } bytes => BinaryPrimitives.ReadSingleBigEndian(bytes.Span),
            { Length: 8 } bytes => BinaryPrimitives.ReadDoubleBigEndian(bytes.Span),
            _ => 0,
        };
}
