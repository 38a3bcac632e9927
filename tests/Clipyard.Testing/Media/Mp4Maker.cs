using static Clipyard.Testing.Media.Bytes;

namespace Clipyard.Testing.Media;

/// <summary>Makes small MP4 and MOV files of one video track and, if wanted, one AAC track. Their samples are noise.</summary>
public sealed record Mp4Maker
{
    private const int VideoSampleBytes = 40;
    private const int AudioSampleBytes = 10;

    public string Brand { get; init; } = "isom";

    /// <summary>The index before the media data.</summary>
    public bool IndexFirst { get; init; } = true;

    public bool HasAudio { get; init; } = true;

    public string AudioCodec { get; init; } = "mp4a";

    /// <summary>The object type inside the AAC descriptor; 0x40 is AAC, 0x6b MP3.</summary>
    public byte AudioObjectType { get; init; } = 0x40;

    /// <summary>Chunk places in 64 bits, and headers with 64-bit times.</summary>
    public bool IsWide { get; init; }

    /// <summary>Degrees: 0, 90, 180, 270.</summary>
    public int Rotation { get; init; }

    /// <summary>Durations of the video samples, of 1000 a second.</summary>
    public uint[] VideoDurations { get; init; } = [40, 40, 40, 40, 40, 40];

    public int AudioSamples { get; init; } = 12;

    /// <summary>Added to every chunk's place, to make them point elsewhere.</summary>
    public long Shift { get; init; }

    /// <summary>Bytes between the brands and what follows: any boxes.</summary>
    public byte[] Between { get; init; } = [];

    /// <summary>Bytes after everything.</summary>
    public byte[] After { get; init; } = [];

    /// <summary>How the media data is boxed: its content to a box.</summary>
    public Func<byte[], byte[]> Media { get; init; } = content => Box("mdat", content);

    /// <summary>The sound's bytes, in order, as they lie in the file.</summary>
    public byte[] Sound => Noise(AudioSamples * AudioSampleBytes, seed: 2);

    private byte[] Picture => Noise(VideoDurations.Length * VideoSampleBytes, seed: 1);

    public byte[] Build()
    {
        var head = Join(Box("ftyp", Text(Brand), UInt32(0x200), Text(Brand)), Between);
        var media = Media(Join(Picture, HasAudio ? Sound : []));
        var mediaHeader = media.Length - Picture.Length - (HasAudio ? Sound.Length : 0);

        var indexBytes = Index(0).Length;
        var mediaAt = head.Length + mediaHeader + (IndexFirst ? indexBytes : 0) + Shift;

        return IndexFirst ? Join(head, Index(mediaAt), media, After) : Join(head, media, Index(mediaAt), After);
    }

    /// <summary>The index for media data that begins at this place.</summary>
    public byte[] Index(long mediaAt)
    {
        var milliseconds = (uint)VideoDurations.Sum(duration => duration);
        return Box(
            "moov",
            Header(1000, milliseconds),
            Track(
                1,
                "vide",
                1000,
                milliseconds,
                VideoEntry(),
                Durations(VideoDurations),
                Sizes(VideoSampleBytes, VideoDurations.Length),
                mediaAt
            ),
            HasAudio
                ? Track(
                    2,
                    "soun",
                    44100,
                    (uint)AudioSamples * 1024,
                    AudioEntry(),
                    Box("stts", UInt32s(0, 1, (uint)AudioSamples, 1024)),
                    Sizes(AudioSampleBytes, AudioSamples),
                    mediaAt + Picture.Length
                )
                : []
        );
    }

    private byte[] Header(uint timescale, uint duration) =>
        IsWide
            ? Box("mvhd", UInt32(0x01000000), Zeros(16), UInt32(timescale), UInt64(duration), Zeros(80))
            : Box("mvhd", UInt32(0), Zeros(8), UInt32s(timescale, duration), Zeros(80));

    private byte[] Track(
        uint id,
        string handler,
        uint timescale,
        uint duration,
        byte[] entry,
        byte[] durations,
        byte[] sizes,
        long place
    )
    {
        var samples = handler == "vide" ? VideoDurations.Length : AudioSamples;
        var placeBox = IsWide
            ? Box("co64", UInt32s(0, 1), UInt64((ulong)place))
            : Box("stco", UInt32s(0, 1, (uint)place));

        return Box(
            "trak",
            TrackHeader(id, handler, duration),
            Box(
                "mdia",
                IsWide
                    ? Box("mdhd", UInt32(0x01000000), Zeros(16), UInt32(timescale), UInt64(duration), Zeros(4))
                    : Box("mdhd", UInt32(0), Zeros(8), UInt32s(timescale, duration), Zeros(4)),
                Box("hdlr", Zeros(8), Text(handler), Zeros(13)),
                Box(
                    "minf",
                    Box(
                        "stbl",
                        Box("stsd", UInt32s(0, 1), entry),
                        durations,
                        Box("stsc", UInt32s(0, 1, 1, (uint)samples, 1)),
                        sizes,
                        placeBox
                    )
                )
            )
        );
    }

    private byte[] TrackHeader(uint id, string handler, uint duration)
    {
        const uint One = 0x10000;
        const uint MinusOne = unchecked((uint)-0x10000);
        var matrix = Rotation switch
        {
            90 => UInt32s(0, One, 0, MinusOne, 0, 0, 0, 0, 0x40000000),
            180 => UInt32s(MinusOne, 0, 0, 0, MinusOne, 0, 0, 0, 0x40000000),
            270 => UInt32s(0, MinusOne, 0, One, 0, 0, 0, 0, 0x40000000),
            _ => UInt32s(One, 0, 0, 0, One, 0, 0, 0, 0x40000000),
        };
        var size = handler == "vide" ? UInt32s(64 << 16, 36 << 16) : UInt32s(0, 0);

        return IsWide
            ? Box("tkhd", UInt32(0x01000007), Zeros(16), UInt32s(id, 0), UInt64(duration), Zeros(16), matrix, size)
            : Box("tkhd", UInt32(7), Zeros(8), UInt32s(id, 0, duration), Zeros(16), matrix, size);
    }

    private static byte[] VideoEntry() =>
        Box("avc1", Zeros(6), UInt16(1), Zeros(16), UInt16(64), UInt16(36), Zeros(50));

    private byte[] AudioEntry() =>
        Box(
            AudioCodec,
            Zeros(6),
            UInt16(1),
            Zeros(8),
            UInt16(2),
            UInt16(16),
            Zeros(4),
            UInt32(44100u << 16),
            Box("esds", UInt32(0), Descriptor())
        );

    // Elementary stream, decoder configuration, AudioSpecificConfig: AAC-LC, 44.1 kHz, two channels.
    private byte[] Descriptor() =>
        [3, 22, 0, 0, 0, 4, 17, AudioObjectType, 0x15, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 2, 0x12, 0x10];

    private static byte[] Durations(uint[] durations) =>
        Box("stts", UInt32s(0, (uint)durations.Length), Join([.. durations.Select(duration => UInt32s(1, duration))]));

    private static byte[] Sizes(uint size, int count) =>
        Box("stsz", UInt32s(0, 0, (uint)count), UInt32s([.. Enumerable.Repeat(size, count)]));

    private static byte[] Noise(int count, int seed)
    {
        var bytes = new byte[count];
        var value = (uint)seed;
        for (var i = 0; i < count; i++)
        {
            value = (value * 1664525) + 1013904223;
            bytes[i] = (byte)(value >> 24);
        }

        return bytes;
    }
}
