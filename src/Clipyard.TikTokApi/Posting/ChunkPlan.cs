namespace Clipyard.TikTokApi.Posting;

/// <summary>
/// How a video is cut into chunks, in a way that TikTok takes whether its MB means 10^6 or 2^20 bytes
/// (docs/tiktok-api.md, "Chunks"). The same for the same size, so it need not be stored.
/// </summary>
public sealed record ChunkPlan
{
    /// <summary>The largest video that TikTok takes: 4 GiB.</summary>
    public const long MaxVideoBytes = 4L << 30;

    /// <summary>Up to this size a video goes up whole. 64 MB in the smaller reading.</summary>
    public const long MaxSingleBytes = 64_000_000;

    /// <summary>The chunks of larger videos; the last one carries the remainder, too.</summary>
    public const long UsualChunkBytes = 10_000_000;

    // Open to tests, which also announce what TikTok must refuse.
    internal ChunkPlan(long videoBytes, long chunkBytes, int count)
    {
        VideoBytes = videoBytes;
        ChunkBytes = chunkBytes;
        Count = count;
    }

    /// <summary>The whole video.</summary>
    public long VideoBytes { get; }

    /// <summary>Every chunk but the last, which is at least as large and smaller than two.</summary>
    public long ChunkBytes { get; }

    /// <summary>How many chunks: rounded down, never up.</summary>
    public int Count { get; }

    /// <summary>A chunk.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The plan has no such chunk.</exception>
    public UploadChunk this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            var offset = index * ChunkBytes;
            var isLast = index == Count - 1;
            return new UploadChunk(index, offset, isLast ? VideoBytes - offset : ChunkBytes, isLast);
        }
    }

    /// <summary>Plans a video of this size.</summary>
    /// <exception cref="ClipyardException"><c>video_too_large</c>; <c>unsupported_media</c>: it is empty.</exception>
    public static ChunkPlan For(long videoBytes)
    {
        if (videoBytes <= 0)
        {
            throw new ClipyardException(FailureCatalogue.UnsupportedMedia, "The file is empty.");
        }

        if (videoBytes > MaxVideoBytes)
        {
            throw new ClipyardException(FailureCatalogue.VideoTooLarge, $"It has {videoBytes:N0} bytes.");
        }

        return videoBytes <= MaxSingleBytes
            ? new ChunkPlan(videoBytes, videoBytes, count: 1)
            : new ChunkPlan(videoBytes, UsualChunkBytes, (int)(videoBytes / UsualChunkBytes));
    }

    /// <summary>Which chunk to send next when TikTok holds so many bytes.</summary>
    /// <param name="uploadedBytes">
    /// A count of bytes; the index of the last one is understood, too, since TikTok does not say which it sends.
    /// </param>
    /// <returns>An index, or <see cref="Count"/> when nothing is missing.</returns>
    public int FirstMissing(long uploadedBytes)
    {
        if (uploadedBytes >= VideoBytes || (uploadedBytes > 0 && uploadedBytes + 1 == VideoBytes))
        {
            return Count;
        }

        // The last byte's index lies one below a chunk's edge; nothing else does, since chunks arrive whole.
        var held = uploadedBytes > 0 && (uploadedBytes + 1) % ChunkBytes == 0 ? uploadedBytes + 1 : uploadedBytes;
        return (int)Math.Clamp(held / ChunkBytes, 0, Count - 1);
    }
}
