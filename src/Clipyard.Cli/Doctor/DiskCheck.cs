using Clipyard.Cli.Progress;
using Clipyard.Failures;

namespace Clipyard.Cli.Doctor;

/// <summary>Whether the download folder can be written and has room.</summary>
internal static class DiskCheck
{
    private const string Check = "disk";

    /// <summary>A handful of long videos.</summary>
    private const long LeastBytes = 512L << 20;

    public static Finding Run(string folder)
    {
        var path = Path.GetFullPath(folder);
        try
        {
            var existing = NearestExisting(path);
            TryWriting(existing);
            var free = new DriveInfo(existing).AvailableFreeSpace;
            var detail = $"{path} is writable, {TransferText.Size(free)} free";
            return free >= LeastBytes
                ? Finding.Ok(Check, detail)
                : Finding.Failed(Check, detail, FailureCatalogue.StorageFull);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            var remedy = "Choose a folder that you may write to with -P.";
            return Finding.Failed(Check, $"{path}: {error.Message}", FailureCatalogue.StorageUnavailable, remedy);
        }
    }

    /// <summary>The folder, or the one above it in which it would be made.</summary>
    private static string NearestExisting(string path)
    {
        while (!Directory.Exists(path) && Path.GetDirectoryName(path) is { } above)
        {
            path = File.Exists(path) ? throw new IOException($"{path} is a file.") : above;
        }

        return path;
    }

    private static void TryWriting(string folder)
    {
        var probe = Path.Combine(folder, $".clipyard-{Guid.NewGuid():N}");
        using var file = new FileStream(
            probe,
            FileMode.CreateNew,
            FileAccess.Write,
            FileShare.None,
            1,
            FileOptions.DeleteOnClose
        );
        file.WriteByte(0);
    }
}
