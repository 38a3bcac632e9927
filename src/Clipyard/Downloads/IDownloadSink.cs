namespace Clipyard.Downloads;

/// <summary>Where downloads go: a folder, an object store. Nothing is visible there before it is verified.</summary>
public interface IDownloadSink
{
    /// <summary>Says whether the file is there already, whole.</summary>
    /// <param name="part">Which file.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    /// <returns>What is there; null when there is nothing, or something broken.</returns>
    Task<StoredFile?> FindAsync(MediaPart part, CancellationToken cancellationToken);

    /// <summary>Begins writing a file, or goes on with one that an earlier, cut download left behind.</summary>
    /// <param name="part">Which file.</param>
    /// <param name="version">
    /// What identifies these very bytes (an entity tag, a file hash). A sink resumes only what has the same version.
    /// </param>
    /// <param name="cancellationToken">Stops opening.</param>
    /// <exception cref="Failures.ClipyardException"><c>storage_unavailable</c>, <c>storage_full</c>.</exception>
    Task<IDownloadWrite> BeginAsync(MediaPart part, string version, CancellationToken cancellationToken);
}
