using Clipyard.Sandbox.Official.Wire;

namespace Clipyard.Sandbox.Official.Posting;

/// <summary>
/// Which plans of chunks TikTok takes. Its guide says MB and leaves open which; what passes here is right under one
/// reading at least, and under both with the narrow limits.
/// </summary>
internal static class ChunkRules
{
    private const long LargestVideo = 4L * 1024 * 1024 * 1024;
    private const int MostChunks = 1000;

    /// <exception cref="ApiRefusalException">TikTok would refuse the plan.</exception>
    public static void Check(long videoSize, long chunkSize, long count, bool narrow)
    {
        var (smallest, largest, largestLast) = narrow
            ? (5_242_880L, 64_000_000L, 128_000_000L)
            : (5_000_000L, 67_108_864L, 134_217_728L);
        if (videoSize is < 1 or > LargestVideo)
        {
            throw Refusal(ApiRefusalException.SourceInfo, "'video_size' must be from 1 byte to 4 GB.");
        }

        CheckSize(videoSize, chunkSize, count, smallest, largest);
        if (count is < 1 or > MostChunks || count != videoSize / chunkSize)
        {
            throw Refusal(
                ApiRefusalException.ChunkCount,
                "'total_chunk_count' is 'video_size' / 'chunk_size' rounded down, from 1 to 1000."
            );
        }

        if (videoSize - (count - 1) * chunkSize > largestLast)
        {
            throw Refusal(ApiRefusalException.ChunkSize, "The last chunk must not be over 128 MB.");
        }
    }

    private static void CheckSize(long videoSize, long chunkSize, long count, long smallest, long largest)
    {
        if (chunkSize < 1 || chunkSize > videoSize)
        {
            throw Refusal(ApiRefusalException.ChunkSize, "'chunk_size' must be from 1 to 'video_size'.");
        }

        if (chunkSize > largest)
        {
            throw Refusal(ApiRefusalException.ChunkSize, "A chunk must not be over 64 MB.");
        }

        if (count == 1 && chunkSize != videoSize)
        {
            throw Refusal(ApiRefusalException.ChunkSize, "A single chunk must be as long as the video.");
        }

        if (chunkSize < smallest && chunkSize != videoSize)
        {
            throw Refusal(ApiRefusalException.ChunkSize, "A chunk that is not the whole video must be 5 MB at least.");
        }
    }

    private static ApiRefusalException Refusal(string message, string rule) =>
        ApiRefusalException.InvalidParams(message, rule);
}
