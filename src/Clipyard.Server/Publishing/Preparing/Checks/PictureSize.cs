using System.Buffers.Binary;

namespace Clipyard.Server.Publishing.Preparing.Checks;

/// <summary>Reads how many pixels a JPEG or WebP picture has, without decoding it.</summary>
internal static class PictureSize
{
    private const int WebpHeaderBytes = 30;
    private const int FrameHeaderBytes = 5; // precision, height, width

    /// <summary>Width and height; null when the file does not say.</summary>
    /// <param name="picture">Seekable, at its beginning. Left anywhere.</param>
    /// <param name="isJpeg">Else it is WebP.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static Task<(int Width, int Height)?> ReadAsync(
        Stream picture,
        bool isJpeg,
        CancellationToken cancellationToken
    ) => isJpeg ? OfJpegAsync(picture, cancellationToken) : OfWebpAsync(picture, cancellationToken);

    // Segments follow each other, each with its length, until the one that describes the frame.
    private static async Task<(int, int)?> OfJpegAsync(Stream picture, CancellationToken cancellationToken)
    {
        var header = new byte[4];
        picture.Position = 2;
        while (await TryReadAsync(picture, header, cancellationToken) && header[0] == 0xff)
        {
            if (header[1] == 0xff)
            {
                picture.Position -= 3; // a filling byte before the marker
                continue;
            }

            if (IsFrame(header[1]))
            {
                var frame = new byte[FrameHeaderBytes];
                return await TryReadAsync(picture, frame, cancellationToken)
                    ? Sides(
                        BinaryPrimitives.ReadUInt16BigEndian(frame.AsSpan(3)),
                        BinaryPrimitives.ReadUInt16BigEndian(frame.AsSpan(1))
                    )
                    : null;
            }

            picture.Position += BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(2)) - 2;
        }

        return null;
    }

    // SOF0 to SOF15 without the tables (DHT, JPG, DAC) that lie between them.
    private static bool IsFrame(byte marker) => marker is >= 0xc0 and <= 0xcf and not (0xc4 or 0xc8 or 0xcc);

    private static async Task<(int, int)?> OfWebpAsync(Stream picture, CancellationToken cancellationToken)
    {
        var header = new byte[WebpHeaderBytes];
        return await TryReadAsync(picture, header, cancellationToken) ? OfWebp(header) : null;
    }

    private static (int, int)? OfWebp(ReadOnlySpan<byte> header)
    {
        var chunk = header.Slice(12, 4);
        if (chunk.SequenceEqual("VP8X"u8))
        {
            return Sides(1 + ReadUInt24(header[24..]), 1 + ReadUInt24(header[27..]));
        }

        if (chunk.SequenceEqual("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(header[21..]);
            return Sides(1 + (int)(bits & 0x3fff), 1 + (int)((bits >> 14) & 0x3fff));
        }

        return chunk.SequenceEqual("VP8 "u8)
            ? Sides(
                BinaryPrimitives.ReadUInt16LittleEndian(header[26..]) & 0x3fff,
                BinaryPrimitives.ReadUInt16LittleEndian(header[28..]) & 0x3fff
            )
            : null;
    }

    private static int ReadUInt24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);

    private static (int, int)? Sides(int width, int height) => width > 0 && height > 0 ? (width, height) : null;

    private static async Task<bool> TryReadAsync(Stream stream, byte[] buffer, CancellationToken cancellationToken) =>
        await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken)
        == buffer.Length;
}
