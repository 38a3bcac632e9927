namespace Clipyard.TikTokApi.Posting;

/// <summary>A stream that can be wound back. It stays the caller's, who leaves it alone meanwhile.</summary>
public sealed class StreamUploadSource : IUploadSource
{
    private readonly Stream _stream;

    /// <summary>Takes a stream, from its beginning to its end, wherever it stands.</summary>
    /// <exception cref="ArgumentException">It cannot be read, or not be wound back.</exception>
    public StreamUploadSource(Stream stream, VideoFormat format = VideoFormat.Mp4)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanRead || !stream.CanSeek)
        {
            throw new ArgumentException("A stream to upload can be read and wound back.", nameof(stream));
        }

        _stream = stream;
        Length = stream.Length;
        Format = format;
    }

    /// <inheritdoc />
    public long Length { get; }

    /// <inheritdoc />
    public VideoFormat Format { get; }

    /// <inheritdoc />
    public ValueTask<Stream> OpenAsync(long offset, long length, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _stream.Position = offset;
        return ValueTask.FromResult<Stream>(new BorrowedStream(_stream));
    }
}
