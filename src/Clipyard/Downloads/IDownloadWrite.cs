namespace Clipyard.Downloads;

/// <summary>A file being written. Disposing without <see cref="CommitAsync"/> leaves nothing visible.</summary>
public interface IDownloadWrite : IAsyncDisposable
{
    /// <summary>Bytes that an earlier, cut download of the same version left, and that are kept; usually 0.</summary>
    long ResumedBytes { get; }

    /// <summary>The bytes so far: positioned at <see cref="ResumedBytes"/>, appended to in order, and readable from 0.</summary>
    Stream Content { get; }

    /// <summary>Throws away what was written, to begin again at 0.</summary>
    Task RestartAsync(CancellationToken cancellationToken);

    /// <summary>Makes the file visible under its name, durable, in one step.</summary>
    /// <param name="extension">The extension that the bytes turned out to have, without dot.</param>
    /// <param name="cancellationToken">Stops before the step, never in the middle of it.</param>
    /// <returns>Where it is.</returns>
    Task<StoredFile> CommitAsync(string extension, CancellationToken cancellationToken);

    /// <summary>Keeps what was written for a later resume (after cancellation or a cut), instead of deleting it.</summary>
    void KeepForResume();
}
