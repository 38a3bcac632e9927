namespace Clipyard.Media.Webm;

/// <summary>The elements that are looked at (RFC 9559); all others are passed over.</summary>
internal static class ElementId
{
    // The document.
    public const uint Header = 0x1a45dfa3;
    public const uint DocType = 0x4282;
    public const uint Segment = 0x18538067;

    // The parts of a segment.
    public const uint SeekHead = 0x114d9b74;
    public const uint Info = 0x1549a966;
    public const uint Tracks = 0x1654ae6b;
    public const uint Cluster = 0x1f43b675;
    public const uint Cues = 0x1c53bb6b;
    public const uint Chapters = 0x1043a770;
    public const uint Attachments = 0x1941a469;
    public const uint Tags = 0x1254c367;

    public const uint TimestampScale = 0x2ad7b1;
    public const uint Duration = 0x4489;

    // The parts of a cluster.
    public const uint Timestamp = 0xe7;
    public const uint SimpleBlock = 0xa3;
    public const uint BlockGroup = 0xa0;
    public const uint Block = 0xa1;
    public const uint BlockDuration = 0x9b;

    // The parts of a track.
    public const uint TrackEntry = 0xae;
    public const uint TrackNumber = 0xd7;
    public const uint TrackType = 0x83;
    public const uint CodecId = 0x86;
    public const uint DefaultDuration = 0x23e383;
    public const uint Video = 0xe0;
    public const uint PixelWidth = 0xb0;
    public const uint PixelHeight = 0xba;
    public const uint CropBottom = 0x54aa;
    public const uint CropTop = 0x54bb;
    public const uint CropLeft = 0x54cc;
    public const uint CropRight = 0x54dd;
    public const uint DisplayWidth = 0x54b0;
    public const uint DisplayHeight = 0x54ba;
    public const uint DisplayUnit = 0x54b2;
    public const uint Projection = 0x7670;
    public const uint ProjectionRoll = 0x7675;
    public const uint Audio = 0xe1;
    public const uint SamplingFrequency = 0xb5;
    public const uint OutputSamplingFrequency = 0x78b5;
    public const uint Channels = 0x9f;

    /// <summary>Whether this begins a new part of the segment, and so ends a cluster that did not say where it ends.</summary>
    public static bool IsSegmentPart(uint id) =>
        id is SeekHead or Info or Tracks or Cluster or Cues or Chapters or Attachments or Tags;

    /// <summary>Whether this begins a new document.</summary>
    public static bool IsDocument(uint id) => id is Header or Segment;

    /// <summary>The name in the standard, for sentences; the number of those that have no name here.</summary>
    public static string NameOf(uint id) =>
        id switch
        {
            Header => "EBML",
            Segment => "Segment",
            Info => "Info",
            Tracks => "Tracks",
            Cluster => "Cluster",
            Cues => "Cues",
            SimpleBlock => "SimpleBlock",
            BlockGroup => "BlockGroup",
            Block => "Block",
            _ => $"0x{id:X}",
        };
}
