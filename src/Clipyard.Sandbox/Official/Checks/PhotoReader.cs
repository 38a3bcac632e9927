using System.Buffers.Binary;

namespace Clipyard.Sandbox.Official.Checks;

/// <summary>Width and height of JPEG and WebP photos.</summary>
internal static class PhotoReader
{
    /// <summary>What the photo says; null when it is neither.</summary>
    public static MediaFacts? Read(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [0xFF, 0xD8, 0xFF, ..] => Jpeg(bytes),
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] =>
                Webp(bytes[12..]),
            _ => null,
        };

    private static MediaFacts? Jpeg(ReadOnlySpan<byte> bytes)
    {
        var rest = bytes[2..];
        while (rest.Length >= 9 && rest[0] == 0xFF)
        {
            // Frame headers are C0 to CF but for three that only share the range.
            if (rest[1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return Photo(
                    "jpeg",
                    BinaryPrimitives.ReadUInt16BigEndian(rest[7..]),
                    BinaryPrimitives.ReadUInt16BigEndian(rest[5..])
                );
            }

            var length = 2 + BinaryPrimitives.ReadUInt16BigEndian(rest[2..]);
            if (length >= rest.Length)
            {
                return null;
            }

            rest = rest[length..];
        }

        return null;
    }

    private static MediaFacts? Webp(ReadOnlySpan<byte> chunk)
    {
        if (chunk.Length < 18)
        {
            return null;
        }

        var data = chunk[8..];
        return System.Text.Encoding.ASCII.GetString(chunk[..4]) switch
        {
            "VP8 " => Photo(
                "webp",
                BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF,
                BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF
            ),
            "VP8L" => Photo(
                "webp",
                (int)(BinaryPrimitives.ReadUInt32LittleEndian(data[1..]) & 0x3FFF) + 1,
                (int)((BinaryPrimitives.ReadUInt32LittleEndian(data[1..]) >> 14) & 0x3FFF) + 1
            ),
            "VP8X" => Photo("webp", Three(data[4..]) + 1, Three(data[7..]) + 1),
            _ => null,
        };
    }

    private static int Three(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);

    private static MediaFacts Photo(string codec, int width, int height) =>
        new()
        {
            Codec = codec,
            ContentType = "image/" + codec,
            Width = width,
            Height = height,
        };
}
