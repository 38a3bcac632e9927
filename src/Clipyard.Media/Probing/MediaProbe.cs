namespace Clipyard.Media.Probing;

/// <summary>Finds out whether an MP4 or MOV file is whole and what is in it, without reading its media data.</summary>
/// <remarks>A faststart file costs a few kilobytes of reading, whatever its size.</remarks>
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
        var inspector = await InspectAsync(stream, samples: null, cancellationToken);
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
        var buffer = new byte[stream.CanSeek ? SeekingReadBytes : StreamingReadBytes];
        var length = stream.CanSeek ? stream.Length - stream.Position : 0;

        while (true)
        {
            if (stream.CanSeek)
            {
                SkipMedia(stream, inspector, length);
            }

            var read = await stream.ReadAsync(buffer, cancellationToken);
            if (read == 0)
            {
                return inspector;
            }

            inspector.Append(buffer.AsSpan(0, read));
        }
    }

    private static void SkipMedia(Stream stream, Mp4Inspector inspector, long length)
    {
        var left = length - inspector.Position;
        var skipped = Math.Min(inspector.SkippableBytes ?? left, left);

        if (skipped > 0)
        {
            stream.Seek(skipped, SeekOrigin.Current);
            inspector.Skip(skipped);
        }
    }
}
