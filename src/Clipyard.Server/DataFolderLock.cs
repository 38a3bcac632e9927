using Clipyard.Failures;

namespace Clipyard.Server;

/// <summary>That this process alone works on a data folder: two servers on one database file would post twice.</summary>
internal sealed class DataFolderLock : IDisposable
{
    private readonly FileStream _file;

    private DataFolderLock(FileStream file) => _file = file;

    /// <summary>Makes the folders, for the owner's eyes only, and takes the lock.</summary>
    /// <exception cref="ClipyardException"><c>storage_unavailable</c>.</exception>
    public static DataFolderLock Take(ServerPaths paths)
    {
        try
        {
            CreateFolders(paths);
            return new DataFolderLock(
                new FileStream(
                    Path.Combine(paths.Root, "lock"),
                    FileMode.OpenOrCreate,
                    FileAccess.ReadWrite,
                    FileShare.None
                )
            );
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            var inUse = File.Exists(Path.Combine(paths.Root, "lock")) && error is not UnauthorizedAccessException;
            throw new ClipyardException(
                FailureCatalogue.StorageUnavailable,
                inUse
                    ? $"Another process uses the data folder {paths.Root}: stop it, or choose another --data."
                    : $"The data folder {paths.Root} cannot be used: {error.Message}",
                error
            );
        }
    }

    /// <summary>Lets others in.</summary>
    public void Dispose() => _file.Dispose();

    private static void CreateFolders(ServerPaths paths)
    {
        foreach (var folder in new[] { paths.Root, paths.Keys, paths.Media, paths.Temporary, paths.Backups })
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(folder);
            }
            else
            {
                Directory.CreateDirectory(
                    folder,
                    UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
                );
            }
        }
    }
}
