using System.Buffers.Binary;
using System.Text;

namespace Clipyard.Sandbox.Official.Checks;

/// <summary>The video track of an MP4 or MOV file.</summary>
internal sealed record Mp4Track
{
    private const int EntryHeader = 8;
    private const int WidthAt = EntryHeader + 24;
    private const int EntryBytes = EntryHeader + 78;

    /// <summary>The number of the track, as its fragments name it.</summary>
    public required uint Id { get; init; }

    public required uint Timescale { get; init; }

    /// <summary>The four letters of the coding: <c>avc1</c>, <c>hvc1</c> and so on.</summary>
    public required string Coding { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    /// <summary>How many bytes before each piece of a sample hold its length; 0 where samples have no such pieces.</summary>
    public required int LengthBytes { get; init; }

    /// <summary>The sample table's box.</summary>
    public required ReadOnlyMemory<byte> Table { get; init; }

    /// <summary>Finds the first video track of an index.</summary>
    public static Mp4Track? Find(ReadOnlyMemory<byte> index) =>
        Box.Inside(index).Where(box => box.Type is "trak").Select(box => Read(box.Content)).FirstOrDefault(IsThere);

    private static bool IsThere(Mp4Track? track) => track is not null;

    private static Mp4Track? Read(ReadOnlyMemory<byte> track)
    {
        if (
            Box.Find(track, "mdia", "hdlr") is not { Length: >= 12 } handler
            || Encoding.Latin1.GetString(handler.Span[8..12]) is not "vide"
            || Box.Find(track, "tkhd") is not { Length: >= 24 } header
            || Box.Find(track, "mdia", "mdhd") is not { Length: >= 24 } media
            || Box.Find(track, "mdia", "minf", "stbl") is not { } table
            || Box.Find(table, "stsd") is not { Length: >= 8 + EntryBytes } description
        )
        {
            return null;
        }

        var entry = description[8..];
        var mediaSpan = media.Span;
        var headerSpan = header.Span;
        return new Mp4Track
        {
            Id = BinaryPrimitives.ReadUInt32BigEndian(headerSpan[(headerSpan[0] == 1 ? 20 : 12)..]),
            Timescale = BinaryPrimitives.ReadUInt32BigEndian(mediaSpan[(mediaSpan[0] == 1 ? 20 : 12)..]),
            Coding = Encoding.Latin1.GetString(entry.Span[4..8]),
            Width = BinaryPrimitives.ReadUInt16BigEndian(entry.Span[WidthAt..]),
            Height = BinaryPrimitives.ReadUInt16BigEndian(entry.Span[(WidthAt + 2)..]),
            LengthBytes = LengthOf(entry[EntryBytes..]),
            Table = table,
        };
    }

    /// <summary>H.264 and H.265 samples are pieces, each behind its length; how wide that is stands in the set-up.</summary>
    private static int LengthOf(ReadOnlyMemory<byte> setUp)
    {
        if (Box.Find(setUp, "avcC") is { Length: > 4 } avc)
        {
            return (avc.Span[4] & 3) + 1;
        }

        return Box.Find(setUp, "hvcC") is { Length: > 21 } hevc ? (hevc.Span[21] & 3) + 1 : 0;
    }
}
