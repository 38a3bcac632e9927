using Clipyard.Failures;
using Clipyard.Server.Storage;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Uploads;

/// <summary>The uploads' bytes: one file each, named after its id.</summary>
internal sealed class UploadFiles(ServerPaths paths, IDiskSpace disk, IOptions<StorageOptions> storage)
{
    private readonly string _folder = Path.Combine(paths.Root, "uploads");

    /// <summary>Looks after the room that is left while bytes arrive.</summary>
    public KeptSpace Space { get; } = new(disk, paths.Root, storage.Value.KeepFreeBytes);

    /// <exception cref="ClipyardException"><c>storage_full</c>: so many bytes more would leave too little.</exception>
    public void CheckRoomFor(long bytes)
    {
        Space.Check();
        if (Space.FreeBytes - bytes < storage.Value.KeepFreeBytes)
        {
            throw new ClipyardException(
                FailureCatalogue.StorageFull,
                $"{bytes} bytes more would leave less than is kept for the database (Storage:KeepFreeBytes)."
            );
        }
    }

    /// <summary>Opens one for what follows its first bytes; whatever lies behind them was never answered for.</summary>
    /// <returns>The file, cut to the offset and standing there; null when it holds less.</returns>
    public FileStream? OpenToAppend(Guid id, long offset)
    {
        var isNew = offset == 0;
        if (isNew)
        {
            MakeFolder();
        }

        try
        {
            var file = new FileStream(PathOf(id), AppendOptions(isNew));
            if (file.Length < offset)
            {
                file.Dispose();
                return null;
            }

            file.SetLength(offset);
            file.Position = offset;
            if (isNew)
            {
                FolderSync.Flush(_folder); // its name must outlive a power cut as its bytes do
            }

            return file;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Opens one to read; null when there is none.</summary>
    public FileStream? OpenToRead(Guid id)
    {
        try
        {
            return new FileStream(
                PathOf(id),
                new FileStreamOptions
                {
                    Access = FileAccess.Read,
                    Share = FileShare.ReadWrite | FileShare.Delete,
                    BufferSize = 0,
                    Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
                }
            );
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Gives one another name, on the same disk without copying. Done already is done.</summary>
    /// <returns>Whether it is there now.</returns>
    public bool Move(Guid id, string path)
    {
        try
        {
            File.Move(PathOf(id), path, overwrite: true);
            FolderSync.Flush(Path.GetDirectoryName(path) ?? path);
            return true;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return File.Exists(path);
        }
    }

    /// <summary>Deletes one; there being none is no failure.</summary>
    public void Delete(Guid id)
    {
        try
        {
            File.Delete(PathOf(id));
        }
        catch (DirectoryNotFoundException)
        {
            // No upload has come here yet.
        }
    }

    /// <summary>The ids of all files there are.</summary>
    public IReadOnlyList<Guid> All() =>
        Directory.Exists(_folder)
            ? [.. Directory.EnumerateFiles(_folder).Select(path => IdOf(path)).OfType<Guid>()]
            : [];

    private static Guid? IdOf(string path) => Guid.TryParseExact(Path.GetFileName(path), "N", out var id) ? id : null;

    private static FileStreamOptions AppendOptions(bool isNew)
    {
        var options = new FileStreamOptions
        {
            Mode = isNew ? FileMode.OpenOrCreate : FileMode.Open,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Read | FileShare.Delete,
            BufferSize = 0,
            Options = FileOptions.Asynchronous,
        };
        if (isNew && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    private void MakeFolder()
    {
        if (Directory.Exists(_folder))
        {
            return;
        }

        Directory.CreateDirectory(_folder);
        FolderSync.Flush(paths.Root);
    }

    private string PathOf(Guid id) => Path.Combine(_folder, id.ToString("N"));
}
