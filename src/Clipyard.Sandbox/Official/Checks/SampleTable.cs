using System.Buffers.Binary;

namespace Clipyard.Sandbox.Official.Checks;

/// <summary>Where the samples of a track lie and how long they last, from its <c>stbl</c>.</summary>
internal sealed class SampleTable
{
    private const int MostSamples = 20_000_000;

    private SampleTable() { }

    public int Count { get; private init; }

    /// <summary>In units of the track.</summary>
    public long Duration { get; private init; }

    /// <summary>First byte and length, in order.</summary>
    public required IReadOnlyList<(long Offset, uint Size)> Samples { get; init; }

    /// <summary>Reads the table.</summary>
    /// <returns>Null when it contradicts itself or points outside the file.</returns>
    public static SampleTable? Read(ReadOnlyMemory<byte> table, long fileLength)
    {
        if (
            Box.Find(table, "stts") is not { } times
            || Sizes(table) is not { } sizes
            || Chunks(table) is not { } chunks
            || Box.Find(table, "stsc") is not { } runs
        )
        {
            return null;
        }

        var (count, duration) = Times(times.Span);
        if (count != sizes.Length || Place(sizes, chunks, runs.Span, fileLength) is not { } samples)
        {
            return null;
        }

        return new SampleTable
        {
            Count = sizes.Length,
            Duration = duration,
            Samples = samples,
        };
    }

    private static (long Count, long Duration) Times(ReadOnlySpan<byte> box)
    {
        var (count, duration) = (0L, 0L);
        for (var entry = Entries(box, 8); entry.Length >= 8; entry = entry[8..])
        {
            var samples = BinaryPrimitives.ReadUInt32BigEndian(entry);
            count += samples;
            duration += samples * (long)BinaryPrimitives.ReadUInt32BigEndian(entry[4..]);
        }

        return (count, duration);
    }

    private static uint[]? Sizes(ReadOnlyMemory<byte> table)
    {
        if (Box.Find(table, "stsz") is not { Length: >= 12 } box)
        {
            return null;
        }

        var span = box.Span;
        var same = BinaryPrimitives.ReadUInt32BigEndian(span[4..]);
        var count = BinaryPrimitives.ReadUInt32BigEndian(span[8..]);
        if (count > MostSamples || (same == 0 && span.Length < 12 + (count * 4L)))
        {
            return null;
        }

        var sizes = new uint[count];
        for (var i = 0; i < sizes.Length; i++)
        {
            sizes[i] = same > 0 ? same : BinaryPrimitives.ReadUInt32BigEndian(span[(12 + (i * 4))..]);
        }

        return sizes;
    }

    private static long[]? Chunks(ReadOnlyMemory<byte> table)
    {
        var wide = Box.Find(table, "co64");
        if ((wide ?? Box.Find(table, "stco")) is not { Length: >= 8 } box)
        {
            return null;
        }

        var width = wide is null ? 4 : 8;
        var entries = Entries(box.Span, width);
        var chunks = new long[entries.Length / width];
        for (var i = 0; i < chunks.Length; i++)
        {
            var entry = entries[(i * width)..];
            chunks[i] = wide is null
                ? BinaryPrimitives.ReadUInt32BigEndian(entry)
                : BinaryPrimitives.ReadInt64BigEndian(entry);
        }

        return chunks;
    }

    private static List<(long, uint)>? Place(uint[] sizes, long[] chunks, ReadOnlySpan<byte> runs, long fileLength)
    {
        var samples = new List<(long, uint)>(sizes.Length);
        var entry = Entries(runs, 12);
        var perChunk = 0L;
        for (var chunk = 0; chunk < chunks.Length; chunk++)
        {
            while (entry.Length >= 12 && BinaryPrimitives.ReadUInt32BigEndian(entry) <= chunk + 1)
            {
                perChunk = BinaryPrimitives.ReadUInt32BigEndian(entry[4..]);
                entry = entry[12..];
            }

            var offset = chunks[chunk];
            for (var i = 0; i < perChunk && samples.Count < sizes.Length; i++)
            {
                var size = sizes[samples.Count];
                if (offset < 0 || offset + size > fileLength)
                {
                    return null;
                }

                samples.Add((offset, size));
                offset += size;
            }
        }

        return samples.Count == sizes.Length ? samples : null;
    }

    /// <summary>The entries behind version, flags and count; no more than are there.</summary>
    private static ReadOnlySpan<byte> Entries(ReadOnlySpan<byte> box, int width)
    {
        if (box.Length < 8)
        {
            return [];
        }

        var count = BinaryPrimitives.ReadUInt32BigEndian(box[4..]);
        return box.Slice(8, (int)Math.Min(count * (long)width, (box.Length - 8) / width * (long)width));
    }
}
