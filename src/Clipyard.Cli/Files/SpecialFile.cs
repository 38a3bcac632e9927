namespace Clipyard.Cli.Files;

/// <summary>What has a path and is no file on a disk: <c>/dev/null</c>, <c>/dev/stdout</c>, a named pipe.</summary>
internal static class SpecialFile
{
    /// <summary>Where the links of a path lead; the path itself when it is no link.</summary>
    public static string GoalOf(string path)
    {
        var file = new FileInfo(path);
        return file.LinkTarget is null ? path : file.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path;
    }

    /// <summary>Opens it for writing; null when it is a file on a disk, or nothing yet.</summary>
    /// <param name="path">What was named.</param>
    /// <param name="goal">Where its links lead.</param>
    public static FileStream? Open(string path, string goal)
    {
        if (OperatingSystem.IsWindows() || !File.Exists(path))
        {
            return null;
        }

        // Links of /proc lead to names that are none (pipe:[4711]); only the system can follow them.
        if (!File.Exists(goal))
        {
            return Existing(path);
        }

        if (IsDevice(goal))
        {
            return Existing(goal);
        }

        // The runtime tells a pipe from a file only when it is open. It has no length; a file with one need not be opened.
        if (new FileInfo(goal).Length > 0)
        {
            return null;
        }

        var file = Existing(goal);
        if (!file.CanSeek)
        {
            return file;
        }

        file.Dispose();
        return null;
    }

    private static FileStream Existing(string path) =>
        new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);

    private static bool IsDevice(string path)
    {
        var full = Path.GetFullPath(path);
        return full.StartsWith("/dev/", StringComparison.Ordinal)
            && !full.StartsWith("/dev/shm/", StringComparison.Ordinal);
    }
}
