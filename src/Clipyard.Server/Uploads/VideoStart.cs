using System.Buffers.Binary;
using System.Text;

namespace Clipyard.Server.Uploads;

/// <summary>Tells from a file's first bytes whether it can be a video. Whether it is one is found out when it is prepared.</summary>
internal static class VideoStart
{
    /// <summary>How many bytes it takes.</summary>
    public const int Bytes = 16;

    private const int SmallestBox = 8;

    // What MP4 and MOV files have been seen to begin with.
    private static readonly string[] Openers =
    [
        "ftyp",
        "styp",
        "moov",
        "mdat",
        "moof",
        "sidx",
        "free",
        "skip",
        "wide",
        "pnot",
        "uuid",
        "junk",
        "emsg",
        "prft",
    ];

    // Brands of files of the same family that hold pictures or sound alone.
    private static readonly string[] OtherBrands =
    [
        "heic",
        "heix",
        "heim",
        "heis",
        "mif1",
        "avif",
        "crx ",
        "M4A ",
        "M4B ",
    ];

    /// <summary>The content type; null when it cannot be MP4, MOV or WebM.</summary>
    public static string? ContentTypeOf(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith<byte>([0x1A, 0x45, 0xDF, 0xA3]))
        {
            return "video/webm";
        }

        if (start.Length < SmallestBox || !IsBoxSize(BinaryPrimitives.ReadUInt32BigEndian(start)))
        {
            return null;
        }

        var type = Encoding.Latin1.GetString(start[4..8]);
        if (type != "ftyp")
        {
            return Openers.Contains(type, StringComparer.Ordinal) ? "video/quicktime" : null; // from before brands
        }

        var brand = start.Length >= 12 ? Encoding.Latin1.GetString(start[8..12]) : "";
        return OtherBrands.Contains(brand, StringComparer.Ordinal) ? null
            : brand == "qt  " ? "video/quicktime"
            : "video/mp4";
    }

    // 0: to the end of the file; 1: the size follows in eight bytes.
    private static bool IsBoxSize(uint size) => size is 0 or 1 or >= SmallestBox;
}
