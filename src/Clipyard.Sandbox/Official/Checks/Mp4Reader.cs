using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace Clipyard.Sandbox.Official.Checks;

/// <summary>Reads MP4 and MOV files as far as TikTok's rules need it, and finds the broken ones.</summary>
internal static class Mp4Reader
{
    private const long LongestIndex = 256 * 1024 * 1024;
    private static readonly string[] Beginnings = ["ftyp", "moov", "mdat", "free", "skip", "wide", "pnot", "uuid"];

    /// <summary>Whether it looks like one at all.</summary>
    public static bool IsOne(ReadOnlySpan<byte> head, long length) =>
        Box.Read(head, 0, length) is { } first && Beginnings.Contains(first.Type, StringComparer.Ordinal);

    /// <summary>What the video track says.</summary>
    /// <returns>Null when the boxes do not fill the file, or the track is missing or lies.</returns>
    public static MediaFacts? Read(SafeFileHandle file, long length)
    {
        if (Boxes(file, length) is not { } boxes || boxes.Find(box => box.Type is "moov") is not { End: > 0 } place)
        {
            return null;
        }

        if (Content(file, place) is not { } index || Mp4Track.Find(index) is not { Timescale: > 0 } track)
        {
            return null;
        }

        var times = Box.Find(index, "mvex") is { } extends
            ? Fragments(file, boxes, track, extends)
            : Samples(file, track, length);
        if (times is not var (count, duration))
        {
            return null;
        }

        var seconds = duration / (double)track.Timescale;
        var brand = boxes[0].Type is "ftyp" ? Brand(file, boxes[0]) : "qt  ";
        return new MediaFacts
        {
            Codec = Codec(track.Coding),
            ContentType = brand is "qt  " ? "video/quicktime" : "video/mp4",
            Width = track.Width,
            Height = track.Height,
            Seconds = seconds,
            FramesPerSecond = seconds > 0 ? count / seconds : 0,
        };
    }

    private static string Codec(string coding) =>
        coding switch
        {
            "avc1" or "avc3" => "h264",
            "hvc1" or "hev1" => "h265",
            "vp08" => "vp8",
            "vp09" => "vp9",
            _ => coding,
        };

    /// <summary>The outermost boxes; null unless they fill the file to the byte.</summary>
    private static List<Box>? Boxes(SafeFileHandle file, long length)
    {
        var boxes = new List<Box>();
        var header = new byte[Box.HeaderBytes];
        for (var at = 0L; at < length; at = boxes[^1].End)
        {
            var read = RandomAccess.Read(file, header, at);
            if (Box.Read(header.AsSpan(0, read), at, length) is not { } box)
            {
                return null;
            }

            boxes.Add(box);
        }

        return boxes;
    }

    private static (long Count, long Duration)? Samples(SafeFileHandle file, Mp4Track track, long length)
    {
        if (SampleTable.Read(track.Table, length) is not { Count: > 0 } table)
        {
            return null;
        }

        // A file whose index is whole may still hold noise or zeros: three samples tell.
        int[] probes = [0, table.Count / 2, table.Count - 1];
        return probes.All(probe => IsWhole(file, table.Samples[probe], track.LengthBytes))
            ? (table.Count, table.Duration)
            : null;
    }

    private static (long Count, long Duration)? Fragments(
        SafeFileHandle file,
        List<Box> boxes,
        Mp4Track track,
        ReadOnlyMemory<byte> extends
    )
    {
        var own = FragmentTimes.Default(extends, track.Id);
        var (count, duration) = (0L, 0L);
        foreach (var box in boxes.Where(box => box.Type is "moof"))
        {
            if (Content(file, box) is not { } fragment)
            {
                return null;
            }

            var (samples, time) = FragmentTimes.In(fragment, track.Id, own);
            count += samples;
            duration += time;
        }

        return count > 0 ? (count, duration) : null;
    }

    /// <summary>Whether the pieces of a sample fill it exactly.</summary>
    private static bool IsWhole(SafeFileHandle file, (long Offset, uint Size) sample, int lengthBytes)
    {
        if (lengthBytes == 0)
        {
            return true;
        }

        Span<byte> number = stackalloc byte[4];
        var end = sample.Offset + sample.Size;
        var at = sample.Offset;
        while (at < end)
        {
            number.Clear();
            if (at + lengthBytes > end || RandomAccess.Read(file, number[(4 - lengthBytes)..], at) != lengthBytes)
            {
                return false;
            }

            var piece = BinaryPrimitives.ReadUInt32BigEndian(number);
            if (piece == 0)
            {
                return false;
            }

            at += lengthBytes + piece;
        }

        return at == end && sample.Size > 0;
    }

    private static string Brand(SafeFileHandle file, Box box) =>
        Content(file, box) is { Length: >= 4 } content ? System.Text.Encoding.Latin1.GetString(content.Span[..4]) : "";

    private static ReadOnlyMemory<byte>? Content(SafeFileHandle file, Box box)
    {
        if (box.Length > LongestIndex)
        {
            return null;
        }

        var bytes = new byte[box.Length];
        for (var filled = 0; filled < bytes.Length; )
        {
            var read = RandomAccess.Read(file, bytes.AsSpan(filled), box.Start + filled);
            if (read == 0)
            {
                return null;
            }

            filled += read;
        }

        return bytes;
    }
}
