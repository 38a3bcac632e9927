using Clipyard.Failures;

namespace Clipyard.Server.Storage;

/// <summary>Names what goes wrong on a disk.</summary>
internal static class DiskErrors
{
    private const int NoSpaceOnUnix = 28; // ENOSPC
    private const int QuotaOnUnix = 122; // EDQUOT
    private const int FullOnWindows = unchecked((int)0x80070070); // ERROR_DISK_FULL
    private const int HandleFullOnWindows = unchecked((int)0x80070027); // ERROR_HANDLE_DISK_FULL

    public static bool IsDiskError(Exception error) => error is IOException or UnauthorizedAccessException;

    public static ClipyardException Name(Exception error) =>
        new(
            error.HResult is NoSpaceOnUnix or QuotaOnUnix or FullOnWindows or HandleFullOnWindows
                ? FailureCatalogue.StorageFull
                : FailureCatalogue.StorageUnavailable,
            error.Message,
            error
        );
}
