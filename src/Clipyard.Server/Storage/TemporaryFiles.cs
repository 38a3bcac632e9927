namespace Clipyard.Server.Storage;

/// <summary>Files that live for one operation: how many there are, and the end of those that were left behind.</summary>
internal sealed class TemporaryFiles(ServerPaths paths, DiskMediaStore store, TimeProvider time)
{
    /// <summary>No temporary file gets older.</summary>
    public static readonly TimeSpan LongestLife = TimeSpan.FromHours(24);

    /// <summary>How many there are now.</summary>
    public int Count() => All().Count();

    /// <summary>How old the oldest is; zero when there is none.</summary>
    public TimeSpan OldestAge()
    {
        var now = time.GetUtcNow();
        return All().Select(file => now - DiskListing.LastWrite(file)).Append(TimeSpan.Zero).Max();
    }

    /// <summary>Deletes those that nobody wrote to for a day.</summary>
    /// <returns>How many were deleted.</returns>
    public int Sweep()
    {
        var oldest = time.GetUtcNow() - LongestLife;
        return All().Where(file => DiskListing.LastWrite(file) < oldest).Count(TryDelete);
    }

    private IEnumerable<FileInfo> All() => Below(store.Incoming).Concat(Below(paths.Temporary));

    private static IEnumerable<FileInfo> Below(string folder) =>
        Directory.Exists(folder) ? new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories) : [];

    private static bool TryDelete(FileInfo file)
    {
        try
        {
            file.Delete();
            return true;
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            return false; // in use, or gone already; the next sweep looks again
        }
    }
}
