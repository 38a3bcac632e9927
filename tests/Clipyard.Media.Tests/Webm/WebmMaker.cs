using System.Buffers.Binary;
using Clipyard.Media.Webm;
using static Clipyard.Testing.Media.Bytes;

namespace Clipyard.Media.Tests.Webm;

/// <summary>Makes small WebM files of one video track and, if wanted, one of sound. Their blocks hold noise.</summary>
internal sealed record WebmMaker
{
    private const int PictureBytes = 40;
    private const int SoundBytes = 10;

    public string DocType { get; init; } = "webm";

    public string VideoCodec { get; init; } = "V_VP9";

    /// <summary>When each picture is shown, in units.</summary>
    public long[] Times { get; init; } = [0, 40, 80, 120, 160, 200];

    /// <summary>Nanoseconds in a unit; null leaves it out.</summary>
    public long? Unit { get; init; } = 1_000_000;

    /// <summary>In units; null leaves it out.</summary>
    public double? Duration { get; init; }

    /// <summary>Nanoseconds that a picture lasts; null leaves it out.</summary>
    public long? DefaultDuration { get; init; }

    /// <summary>Neither the segment nor its clusters say where they end, as when a browser records.</summary>
    public bool IsLive { get; init; }

    public bool HasSound { get; init; } = true;

    /// <summary>Pictures in groups that say how long they last, instead of simple blocks.</summary>
    public long? GroupedDuration { get; init; }

    /// <summary>The list of tracks after the clusters.</summary>
    public bool TracksLast { get; init; }

    /// <summary>Cues at the end.</summary>
    public bool HasCues { get; init; }

    /// <summary>More of the description of the pictures.</summary>
    public byte[] Picture { get; init; } = [];

    /// <summary>Added to the segment's true size.</summary>
    public int Excess { get; init; }

    /// <summary>Bytes after everything.</summary>
    public byte[] After { get; init; } = [];

    /// <summary>The track that the sound's blocks say they belong to; the list has 1 and 2.</summary>
    public byte SoundTrack { get; init; } = 2;

    /// <summary>The first byte in each picture's block.</summary>
    public Func<int, byte> FirstByte { get; init; } = number => (byte)(0x10 | number);

    public byte[] Build()
    {
        var header = Element(ElementId.Header, Element(ElementId.DocType, Text(DocType)));
        var clusters = Join([.. Times.Select((time, number) => (time, number)).Chunk(2).Select(Cluster)]);
        var content = Join(
            Element(ElementId.SeekHead, Zeros(8)),
            Info(),
            TracksLast ? [] : Tracks(),
            clusters,
            TracksLast ? Tracks() : [],
            HasCues ? Element(ElementId.Cues, Zeros(30)) : []
        );
        return Join(header, Sized(ElementId.Segment, content, IsLive, Excess), After);
    }

    public static byte[] Element(uint id, params byte[][] content) => Sized(id, Join(content), isOpen: false);

    public static byte[] Number(uint id, long value) => Element(id, U64((ulong)value));

    public static byte[] Real(uint id, double value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteDoubleBigEndian(bytes, value);
        return Element(id, bytes);
    }

    private static byte[] Sized(uint id, byte[] content, bool isOpen, int excess = 0)
    {
        byte[] size = isOpen
            ? [0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]
            : U32((uint)(content.Length + excess) | 0x10000000);
        return Join([.. U32(id).SkipWhile(part => part == 0)], size, content);
    }

    private byte[] Info() =>
        Element(
            ElementId.Info,
            Unit is { } unit ? Number(ElementId.TimestampScale, unit) : [],
            Duration is { } duration ? Real(ElementId.Duration, duration) : []
        );

    private byte[] Tracks() =>
        Element(
            ElementId.Tracks,
            Element(
                ElementId.TrackEntry,
                Number(ElementId.TrackNumber, 1),
                Number(ElementId.TrackType, 1),
                Element(ElementId.CodecId, Text(VideoCodec)),
                DefaultDuration is { } duration ? Number(ElementId.DefaultDuration, duration) : [],
                Element(ElementId.Video, Number(ElementId.PixelWidth, 64), Number(ElementId.PixelHeight, 36), Picture)
            ),
            HasSound
                ? Element(
                    ElementId.TrackEntry,
                    Number(ElementId.TrackNumber, 2),
                    Number(ElementId.TrackType, 2),
                    Element(ElementId.CodecId, Text("A_OPUS")),
                    Element(ElementId.Audio, Real(ElementId.SamplingFrequency, 48000), Number(ElementId.Channels, 2))
                )
                : []
        );

    private byte[] Cluster((long Time, int Number)[] pictures) =>
        Sized(
            ElementId.Cluster,
            Join([
                Number(ElementId.Timestamp, pictures[0].Time),
                .. pictures.Select(picture => Block(picture.Number, picture.Time - pictures[0].Time)),
                HasSound
                    ? Element(ElementId.SimpleBlock, [(byte)(0x80 | SoundTrack), 0, 0, 0x80], Zeros(SoundBytes))
                    : [],
            ]),
            IsLive
        );

    private byte[] Block(int number, long time)
    {
        byte[] content = [0x81, .. U16((int)time), 0x80, FirstByte(number), .. Zeros(PictureBytes)];
        return GroupedDuration is { } duration
            ? Element(
                ElementId.BlockGroup,
                Element(ElementId.Block, content),
                Number(ElementId.BlockDuration, duration)
            )
            : Element(ElementId.SimpleBlock, content);
    }
}
