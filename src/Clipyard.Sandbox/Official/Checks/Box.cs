using System.Buffers.Binary;
using System.Text;

namespace Clipyard.Sandbox.Official.Checks;

/// <summary>One box of an MP4 or MOV file: its name, and where its content lies.</summary>
internal readonly record struct Box(string Type, long Start, long End)
{
    private const int ShortHeader = 8;
    private const int LongHeader = 16;

    public const int HeaderBytes = LongHeader;

    public long Length => End - Start;

    /// <summary>Reads a header.</summary>
    /// <param name="header">Up to 16 bytes from the box's first.</param>
    /// <param name="at">Where the box begins.</param>
    /// <param name="limit">Where what holds it ends.</param>
    /// <returns>Null when there is no box that fits.</returns>
    public static Box? Read(ReadOnlySpan<byte> header, long at, long limit)
    {
        if (header.Length < ShortHeader || !IsName(header[4..8]))
        {
            return null;
        }

        var type = Encoding.Latin1.GetString(header[4..8]);
        long size = BinaryPrimitives.ReadUInt32BigEndian(header);
        var start = at + ShortHeader;
        if (size == 1)
        {
            if (header.Length < LongHeader)
            {
                return null;
            }

            size = BinaryPrimitives.ReadInt64BigEndian(header[8..]);
            start = at + LongHeader;
        }

        // Size 0 reaches to the end of the file.
        var end = size == 0 ? limit : at + size;
        return size < 0 || end < start || end > limit ? null : new Box(type, start, end);
    }

    /// <summary>The boxes that lie side by side in some bytes; ends early where one does not fit.</summary>
    public static IEnumerable<(string Type, ReadOnlyMemory<byte> Content)> Inside(ReadOnlyMemory<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length)
        {
            var rest = bytes.Span[at..];
            if (Read(rest[..Math.Min(LongHeader, rest.Length)], at, bytes.Length) is not { } box)
            {
                yield break;
            }

            yield return (box.Type, bytes[(int)box.Start..(int)box.End]);
            at = (int)box.End;
        }
    }

    /// <summary>The content of the first box of that name; null without one.</summary>
    public static ReadOnlyMemory<byte>? Find(ReadOnlyMemory<byte> bytes, params ReadOnlySpan<string> path)
    {
        ReadOnlyMemory<byte>? found = bytes;
        foreach (var name in path)
        {
            found = Inside(found.Value)
                .Where(box => box.Type == name)
                .Select(box => (ReadOnlyMemory<byte>?)box.Content)
                .FirstOrDefault();
            if (found is null)
            {
                return null;
            }
        }

        return found;
    }

    private static bool IsName(ReadOnlySpan<byte> bytes)
    {
        foreach (var letter in bytes)
        {
            // 0xA9 begins names of QuickTime's own.
            if (letter is (< 0x20 or > 0x7E) and not 0xA9)
            {
                return false;
            }
        }

        return true;
    }
}
