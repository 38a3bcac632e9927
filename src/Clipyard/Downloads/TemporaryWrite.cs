using Clipyard.Failures;

namespace Clipyard.Downloads;

/// <summary>A file that is only needed on the way, such as the video that sound is taken out of. Gone when disposed of.</summary>
internal sealed class TemporaryWrite : IDownloadWrite
{
    private readonly FileStream _file;

    private TemporaryWrite(FileStream file) => _file = file;

    public long ResumedBytes => 0;

    public Stream Content => _file;

    public static TemporaryWrite Open()
    {
        try
        {
            var path = Path.Combine(Path.GetTempPath(), $"clipyard-{Guid.NewGuid():n}.tmp");
            var file = new FileStream(
                path,
                new FileStreamOptions
                {
                    Mode = FileMode.CreateNew,
                    Access = FileAccess.ReadWrite,
                    Options = FileOptions.DeleteOnClose,
                    BufferSize = 0,
                }
            );
            if (!OperatingSystem.IsWindows())
            {
                // Nameless from now on, so that not even a killed process leaves it behind.
                File.Delete(path);
            }

            return new TemporaryWrite(file);
        }
        catch (Exception error) when (StorageErrors.IsStorageError(error))
        {
            throw StorageErrors.Name(error);
        }
    }

    public Task RestartAsync(CancellationToken cancellationToken)
    {
        _file.SetLength(0);
        return Task.CompletedTask;
    }

    public Task<StoredFile> CommitAsync(string extension, CancellationToken cancellationToken) =>
        throw new ClipyardException(FailureCatalogue.InternalError, "A temporary file is never made visible.");

    public void KeepForResume() { }

    public ValueTask DisposeAsync() => _file.DisposeAsync();
}
