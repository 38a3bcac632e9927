using System.Buffers;
using System.Buffers.Binary;
using Clipyard.Media.Probing;

namespace Clipyard.Media.Audio;

/// <summary>Writes an <c>.m4a</c> front to back: brands, index, media data.</summary>
internal static class SoundWriter
{
    private const int BufferBytes = 128 * 1024;
    private const int MediaHeaderBytes = 16;

    /// <summary>Writes the file and gives its size in bytes.</summary>
    public static async Task<long> WriteAsync(
        SoundIndex sound,
        Stream source,
        long origin,
        Stream destination,
        CancellationToken cancellationToken
    )
    {
        var brands = new BoxBuilder()
            .Begin("ftyp"u8)
            .Bytes("M4A "u8)
            .UInt32(0x200)
            .Bytes("M4A isomiso2mp42"u8)
            .End()
            .Written;

        // The size of the index does not depend on the places in it, only on how wide they are.
        var ahead = brands.Length + MediaHeaderBytes;
        var isFar = ahead + sound.Build(0, isFar: true).Length + sound.MediaBytes > uint.MaxValue;
        var mediaAt = ahead + sound.Build(0, isFar).Length;
        var index = sound.Build(mediaAt, isFar);

        await destination.WriteAsync(brands, cancellationToken);
        await destination.WriteAsync(index, cancellationToken);
        await destination.WriteAsync(MediaHeader(sound.MediaBytes), cancellationToken);
        await CopyAsync(sound.Chunks, source, origin, destination, cancellationToken);

        return mediaAt + sound.MediaBytes;
    }

    private static byte[] MediaHeader(long mediaBytes)
    {
        var header = new byte[MediaHeaderBytes];
        BinaryPrimitives.WriteUInt32BigEndian(header, 1);
        "mdat"u8.CopyTo(header.AsSpan(4));
        BinaryPrimitives.WriteInt64BigEndian(header.AsSpan(8), mediaBytes + MediaHeaderBytes);
        return header;
    }

    private static async Task CopyAsync(
        IReadOnlyList<FileRange> chunks,
        Stream source,
        long origin,
        Stream destination,
        CancellationToken cancellationToken
    )
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            var filled = 0;
            foreach (var chunk in chunks)
            {
                source.Position = origin + chunk.Start;
                for (var left = chunk.Length; left > 0; )
                {
                    var want = (int)Math.Min(left, buffer.Length - filled);
                    var read = await source.ReadAsync(buffer.AsMemory(filled, want), cancellationToken);
                    if (read == 0)
                    {
                        throw new EndOfStreamException("The source became shorter while its sound was read.");
                    }

                    filled += read;
                    left -= read;
                    if (filled == buffer.Length)
                    {
                        await destination.WriteAsync(buffer.AsMemory(0, filled), cancellationToken);
                        filled = 0;
                    }
                }
            }

            await destination.WriteAsync(buffer.AsMemory(0, filled), cancellationToken);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
