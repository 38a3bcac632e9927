namespace Clipyard.Server.Storage;

/// <inheritdoc cref="IDiskSpace"/>
internal sealed class DiskSpace : IDiskSpace
{
    // On Unix any path stands for the file system it lies on.
    public long FreeBytes(string folder) =>
        new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(folder)! : folder).AvailableFreeSpace;
}
