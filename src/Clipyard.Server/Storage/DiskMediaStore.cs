using Microsoft.Extensions.Options;

namespace Clipyard.Server.Storage;

/// <summary>Objects as files below <c>DATA/media/BUCKET</c>.</summary>
internal sealed class DiskMediaStore : IMediaStore
{
    /// <summary>No key leads here: a dot at the beginning of a name is written as <c>%2e</c>.</summary>
    public const string IncomingFolder = ".incoming";

    // A folder is not taken away between being made and getting its first file. Nobody else works on the data folder.
    private readonly Lock _folders = new();
    private readonly string _root;
    private readonly string _incoming;
    private readonly KeptSpace _space;

    public DiskMediaStore(ServerPaths paths, IOptions<StorageOptions> options, IDiskSpace disk)
    {
        _root = Path.Combine(paths.Media, options.Value.Bucket);
        _incoming = Path.Combine(_root, IncomingFolder);
        _space = new KeptSpace(disk, paths.Media, options.Value.KeepFreeBytes);
    }

    public string Name => "disk";

    /// <summary>Where unfinished objects lie.</summary>
    public string Incoming => _incoming;

    public Task<IMediaWrite> BeginPutAsync(string key, string contentType, CancellationToken cancellationToken)
    {
        ObjectKey.Check(key);
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            _space.Check();
            Directory.CreateDirectory(_incoming);
            var path = Path.Combine(_incoming, $"{Guid.NewGuid():n}.tmp");
            return Task.FromResult<IMediaWrite>(DiskWrite.Open(this, key, path, _space));
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            return Task.FromException<IMediaWrite>(DiskErrors.Name(error));
        }
    }

    public Task<MediaStat?> StatAsync(string key, CancellationToken cancellationToken)
    {
        ObjectKey.Check(key);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(StatOf(key, PathOf(key)));
    }

    public Task<Stream?> OpenReadAsync(string key, long offset, long? length, CancellationToken cancellationToken)
    {
        ObjectKey.Check(key);
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            var file = new FileStream(PathOf(key), ReadOptions);
            file.Position = Math.Min(offset, file.Length);
            return Task.FromResult<Stream?>(length is { } limit ? new LimitedReadStream(file, limit) : file);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            return Task.FromException<Stream?>(DiskErrors.Name(error));
        }
    }

    public Task DeleteAsync(string key, CancellationToken cancellationToken)
    {
        ObjectKey.Check(key);
        cancellationToken.ThrowIfCancellationRequested();
        var path = PathOf(key);
        try
        {
            File.Delete(path);
            DeleteEmptyFolders(Path.GetDirectoryName(path)!);
        }
        catch (DirectoryNotFoundException)
        {
            // Nothing there: that is what was wanted.
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            return Task.FromException(DiskErrors.Name(error));
        }

        return Task.CompletedTask;
    }

    public IAsyncEnumerable<MediaStat> ListAsync(string prefix, string? after, CancellationToken cancellationToken) =>
        DiskListing.ListAsync(_root, prefix, after, cancellationToken);

    public async Task<StoreHealth> CheckAsync(CancellationToken cancellationToken)
    {
        _space.Check();
        await using (var write = await BeginPutAsync("health-check", "application/octet-stream", cancellationToken))
        {
            await write.Content.WriteAsync("ok"u8.ToArray(), cancellationToken);
            await write.Content.FlushAsync(cancellationToken);
        }

        return new StoreHealth(_space.FreeBytes);
    }

    /// <summary>The file of an object, whether there is one or not. Never leads out of the bucket.</summary>
    public string PathOf(string key)
    {
        ObjectKey.Check(key);
        return Path.Combine(_root, DiskNames.Encode(key).Replace('/', Path.DirectorySeparatorChar));
    }

    /// <summary>Gives a finished temporary file its name, in one durable step.</summary>
    internal MediaStat Publish(string temporaryPath, string key)
    {
        var path = PathOf(key);
        var folder = Path.GetDirectoryName(path)!;
        var stat = DiskListing.Describe(key, new FileInfo(temporaryPath)); // once published it is anybody's
        List<string> made;
        lock (_folders)
        {
            made = MissingFolders(folder);
            Directory.CreateDirectory(folder);
            File.Move(temporaryPath, path, overwrite: true);
        }

        FolderSync.Flush(folder);
        made.ForEach(name => FolderSync.Flush(Path.GetDirectoryName(name)!));
        return stat;
    }

    private static FileStreamOptions ReadOptions =>
        new()
        {
            Access = FileAccess.Read,
            Share = FileShare.ReadWrite | FileShare.Delete,
            BufferSize = 0,
            Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
        };

    private static MediaStat? StatOf(string key, string path) =>
        new FileInfo(path) is { Exists: true } file ? DiskListing.Describe(key, file) : null;

    private static List<string> MissingFolders(string folder)
    {
        List<string> missing = [];
        for (var name = folder; name is not null && !Directory.Exists(name); name = Path.GetDirectoryName(name))
        {
            missing.Add(name);
        }

        return missing;
    }

    private void DeleteEmptyFolders(string folder)
    {
        lock (_folders)
        {
            while (folder.Length > _root.Length && !Directory.EnumerateFileSystemEntries(folder).Any())
            {
                Directory.Delete(folder);
                folder = Path.GetDirectoryName(folder)!;
            }
        }
    }
}
