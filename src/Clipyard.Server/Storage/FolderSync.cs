using System.Runtime.InteropServices;
using System.Text;

namespace Clipyard.Server.Storage;

/// <summary>
/// Makes names durable. A rename is in the folder, not in the file: without this a power cut may take back a file that
/// the database already says is kept.
/// </summary>
internal static class FolderSync
{
    private const int ReadOnly = 0;

    /// <summary>Waits until a folder's entries are on disk. Windows and some network disks do so by themselves.</summary>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // .NET opens no folders, so this one call goes to the system itself.
        var descriptor = Open(Encoding.UTF8.GetBytes(folder + '\0'), ReadOnly);
        if (descriptor < 0)
        {
            return;
        }

        _ = Sync(descriptor);
        _ = Close(descriptor);
    }

    [DllImport("libc", EntryPoint = "open")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int descriptor);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
