namespace Clipyard.Media.Probing;

/// <summary>Finds out whether an MP4, MOV, WebM or Matroska file is whole and what is in it, without decoding anything.</summary>
/// <remarks>
/// A faststart MP4 costs a few kilobytes of reading, whatever its size. A WebM has no index to rely on: its blocks are
/// walked one by one, large ones skipped.
/// </remarks>
public static class MediaProbe
{
    private const int SeekingReadBytes = 8 * 1024;
    private const int StreamingReadBytes = 64 * 1024;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="IOException">The file cannot be read. A faulty file is no exception but the verdict.</exception>
    public static async Task<MediaReport> ReadFileAsync(string path, CancellationToken cancellationToken = default)
    {
        await using var file = new FileStream(
            path,
            new FileStreamOptions
            {
                Access = FileAccess.Read,
                Share = FileShare.ReadWrite | FileShare.Delete,
                BufferSize = 0,
                Options = FileOptions.Asynchronous,
            }
        );
        return await ReadAsync(file, cancellationToken);
    }

    /// <summary>Reads a stream from where it stands to its end: skipping over media data when it can seek.</summary>
    /// <param name="stream">Stays open. A seekable one is left anywhere.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="IOException">The stream cannot be read. A faulty file is no exception but the verdict.</exception>
    public static async Task<MediaReport> ReadAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);

        var inspector = new MediaInspector();
        await ShowAsync(stream, inspector, cancellationToken);
        return inspector.Complete();
    }

    internal static async Task<Mp4Inspector> InspectAsync(
        Stream stream,
        FragmentSamples? samples,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(stream);

        var inspector = new Mp4Inspector(samples);
        await ShowAsync(stream, inspector, cancellationToken);
        return inspector;
    }

    // Reads little after each leap, and more and more where there is nothing to leap over.
    private static async Task ShowAsync(
        Stream stream,
        IContainerInspector inspector,
        CancellationToken cancellationToken
    )
    {
        var length = stream.CanSeek ? stream.Length - stream.Position : 0;
        var wanted = stream.CanSeek ? SeekingReadBytes : StreamingReadBytes;
        var buffer = new byte[wanted];

        while (true)
        {
            if (stream.CanSeek && SkipMedia(stream, inspector, length))
            {
                wanted = SeekingReadBytes;
            }

            var read = await stream.ReadAsync(buffer.AsMemory(0, wanted), cancellationToken);
            if (read == 0)
            {
                return;
            }

            inspector.Append(buffer.AsSpan(0, read));
            wanted = Math.Min(2 * wanted, StreamingReadBytes);
            if (wanted > buffer.Length)
            {
                buffer = new byte[wanted];
            }
        }
    }

    private static bool SkipMedia(Stream stream, IContainerInspector inspector, long length)
    {
        var left = length - inspector.Position;
        var skipped = Math.Min(inspector.SkippableBytes ?? left, left);
        if (skipped <= 0)
        {
            return false;
        }

        stream.Seek(skipped, SeekOrigin.Current);
        inspector.Skip(skipped);
        return skipped >= SeekingReadBytes;
    }
}
