namespace Clipyard.Downloads;

/// <summary>Puts files into a folder: written beside their goal as <c>NAME.part</c>, flushed to disk, then renamed.</summary>
public sealed class FolderSink : IDownloadSink
{
    /// <summary>A folder, made when it does not exist.</summary>
    /// <param name="folder">Its path.</param>
    /// <param name="nameFile">
    /// The path of a file below <paramref name="folder"/>, with <c>/</c> between folders; null for
    /// <see cref="MediaPart.DefaultFileName"/>. Names must be safe already.
    /// </param>
    public FolderSink(string folder, Func<MediaPart, string>? nameFile = null) => throw new NotImplementedException();

    /// <inheritdoc />
    public Task<StoredFile?> FindAsync(MediaPart part, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <inheritdoc />
    public Task<IDownloadWrite> BeginAsync(MediaPart part, string version, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
