namespace Clipyard.TikTokApi.Posting;

/// <summary>A video whose bytes can be read from any place, more than once: a file, or an object in a store.</summary>
public interface IUploadSource
{
    /// <summary>All its bytes. Does not change while it is uploaded.</summary>
    long Length { get; }

    /// <summary>What it is, as TikTok is told.</summary>
    VideoFormat Format { get; }

    /// <summary>Opens a part. One at a time is open.</summary>
    /// <param name="offset">Where it begins, in bytes.</param>
    /// <param name="length">How much will be read at most. More may follow, and is not looked at.</param>
    /// <param name="cancellationToken">Stops it; reading must heed its own token, too.</param>
    /// <returns>A stream that is disposed of after use.</returns>
    /// <exception cref="IOException">It cannot be read now; another try is made.</exception>
    ValueTask<Stream> OpenAsync(long offset, long length, CancellationToken cancellationToken);
}
