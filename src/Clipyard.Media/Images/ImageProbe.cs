namespace Clipyard.Media.Images;

/// <summary>Tells picture formats apart by their first bytes.</summary>
public static class ImageProbe
{
    /// <summary>How many first bytes are enough to tell.</summary>
    public const int NeededBytes = 12;

    /// <summary>The format that these first bytes begin; <see cref="ImageKind.Unknown"/> if none, or too few are given.</summary>
    public static ImageKind KindOf(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith((ReadOnlySpan<byte>)[0xff, 0xd8, 0xff]))
        {
            return ImageKind.Jpeg;
        }

        if (start.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
        {
            return ImageKind.Png;
        }

        if (start.StartsWith("GIF87a"u8) || start.StartsWith("GIF89a"u8))
        {
            return ImageKind.Gif;
        }

        if (start.Length < NeededBytes)
        {
            return ImageKind.Unknown;
        }

        if (start.StartsWith("RIFF"u8) && start[8..].StartsWith("WEBP"u8))
        {
            return ImageKind.Webp;
        }

        return start[4..].StartsWith("ftyp"u8) ? KindOfBrand(start[8..12]) : ImageKind.Unknown;
    }

    /// <summary>Reads a picture to its end.</summary>
    /// <param name="stream">Read from where it stands. Stays open.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="IOException">The stream cannot be read. A faulty picture is no exception but the report.</exception>
    public static async Task<ImageReport> ReadAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);

        var inspector = new ImageInspector();
        var buffer = new byte[32 * 1024];
        while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            inspector.Append(buffer.AsSpan(0, read));
        }

        return inspector.Complete();
    }

    private static ImageKind KindOfBrand(ReadOnlySpan<byte> brand)
    {
        if (brand.SequenceEqual("avif"u8) || brand.SequenceEqual("avis"u8))
        {
            return ImageKind.Avif;
        }

        return
            brand.StartsWith("hei"u8)
            || brand.StartsWith("hev"u8)
            || brand.SequenceEqual("mif1"u8)
            || brand.SequenceEqual("msf1"u8)
            ? ImageKind.Heic
            : ImageKind.Unknown;
    }
}
