namespace Clipyard.TikTokApi.Posting;

/// <summary>A file on this machine.</summary>
public sealed class FileUploadSource : IUploadSource
{
    private readonly string _path;

    /// <summary>Takes a file. Its container is told by its name: <c>.mov</c>, <c>.webm</c>, else MP4.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public FileUploadSource(string path)
    {
        _path = Path.GetFullPath(path);
        Length = new FileInfo(_path).Length;
        Format = Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".MOV" or ".QT" => VideoFormat.QuickTime,
            ".WEBM" => VideoFormat.WebM,
            _ => VideoFormat.Mp4,
        };
    }

    /// <inheritdoc />
    public long Length { get; }

    /// <inheritdoc />
    public VideoFormat Format { get; init; }

    /// <inheritdoc />
    public ValueTask<Stream> OpenAsync(long offset, long length, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        // Unbuffered: it is read in large pieces already.
        var stream = new FileStream(
            _path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.Read,
            bufferSize: 0,
            useAsync: true
        )
        {
            Position = offset,
        };
        return ValueTask.FromResult<Stream>(stream);
    }
}
