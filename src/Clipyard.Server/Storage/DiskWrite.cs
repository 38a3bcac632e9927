namespace Clipyard.Server.Storage;

/// <summary>An object being written to a temporary name in the bucket's own file system.</summary>
internal sealed class DiskWrite : IMediaWrite
{
    private readonly DiskMediaStore _store;
    private readonly string _key;
    private readonly FileStream _file;
    private bool _isCommitted;

    private DiskWrite(DiskMediaStore store, string key, FileStream file, KeptSpace space)
    {
        _store = store;
        _key = key;
        _file = file;
        Content = new DiskWriteStream(file, space);
    }

    public Stream Content { get; }

    /// <summary>Makes the temporary file.</summary>
    public static DiskWrite Open(DiskMediaStore store, string key, string temporaryPath, KeptSpace space) =>
        new(store, key, PrivateFile.Create(temporaryPath), space);

    public async Task<MediaStat> CommitAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            _file.Flush(flushToDisk: true);
            await _file.DisposeAsync();
            var stat = _store.Publish(_file.Name, _key);
            _isCommitted = true;
            return stat;
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            throw DiskErrors.Name(error);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync();
        if (!_isCommitted)
        {
            DeleteQuietly(_file.Name);
        }
    }

    private static void DeleteQuietly(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            // Invisible in any case; the sweeper takes it within a day.
        }
    }
}
