using System.Runtime.CompilerServices;

namespace Clipyard.Server.Storage;

/// <summary>Walks a bucket's folders, giving the keys in the order of their characters.</summary>
internal static class DiskListing
{
    /// <summary>The objects below a prefix, those after a key only. Holds one folder's names at a time on each level.</summary>
    public static async IAsyncEnumerable<MediaStat> ListAsync(
        string root,
        string prefix,
        string? after,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await Task.Yield(); // the walk itself is synchronous and may be long
        foreach (var stat in Walk(root, "", prefix, after))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return stat;
        }
    }

    public static MediaStat Describe(string key, FileInfo file) => new(key, file.Length, LastWrite(file));

    public static DateTimeOffset LastWrite(FileInfo file) => new(file.LastWriteTimeUtc);

    private static IEnumerable<MediaStat> Walk(string root, string path, string prefix, string? after)
    {
        foreach (var (entry, below, order) in Entries(Path.Combine(root, path), path))
        {
            var isFolder = entry is DirectoryInfo;
            if (IsBefore(order, isFolder, after) || IsElsewhere(order, isFolder, prefix))
            {
                continue;
            }

            if (entry is FileInfo file && DiskNames.Decode(below) is { } key && Exists(file))
            {
                yield return Describe(key, file);
            }

            foreach (var stat in isFolder ? Walk(root, below, prefix, after) : [])
            {
                yield return stat;
            }
        }
    }

    private static List<(FileSystemInfo Entry, string Path, string Order)> Entries(string folder, string path)
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        return
        [
            .. new DirectoryInfo(folder)
                .EnumerateFileSystemInfos()
                .Where(entry => entry.Name != DiskMediaStore.IncomingFolder)
                .Select(entry => (Entry: entry, Path: path.Length == 0 ? entry.Name : $"{path}/{entry.Name}"))
                .Select(pair =>
                    (pair.Entry, pair.Path, DiskNames.KeysBeginWith(pair.Path, pair.Entry is DirectoryInfo))
                )
                .OrderBy(triple => triple.Item3, StringComparer.Ordinal),
        ];
    }

    private static bool IsBefore(string order, bool isFolder, string? after) =>
        after is not null
        && string.CompareOrdinal(order, after) <= 0
        && !(isFolder && after.StartsWith(order, StringComparison.Ordinal));

    private static bool IsElsewhere(string order, bool isFolder, string prefix) =>
        !order.StartsWith(prefix, StringComparison.Ordinal)
        && !(isFolder && prefix.StartsWith(order, StringComparison.Ordinal));

    private static bool Exists(FileInfo file)
    {
        file.Refresh();
        return file.Exists;
    }
}
