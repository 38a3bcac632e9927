using Clipyard.Failures;

namespace Clipyard.Downloads;

/// <summary>Names what goes wrong while writing.</summary>
internal static class StorageErrors
{
    private const int NoSpaceOnUnix = 28; // ENOSPC
    private const int QuotaOnUnix = 122; // EDQUOT
    private const int FullOnWindows = unchecked((int)0x80070070); // ERROR_DISK_FULL
    private const int HandleFullOnWindows = unchecked((int)0x80070027); // ERROR_HANDLE_DISK_FULL

    private const int InUseOnLinux = 11; // EWOULDBLOCK
    private const int InUseOnMac = 35; // the same
    private const int InUseOnWindows = unchecked((int)0x80070020); // ERROR_SHARING_VIOLATION

    public static bool IsStorageError(Exception error) =>
        error is IOException or UnauthorizedAccessException or NotSupportedException;

    public static ClipyardException Name(Exception error)
    {
        if (error is IOException && error.HResult is InUseOnLinux or InUseOnMac or InUseOnWindows)
        {
            return new ClipyardException(
                FailureCatalogue.StorageUnavailable,
                "Somebody else is writing this very file now.",
                error
            )
            {
                Remedies = ["Wait until the other download has ended, or choose another folder."],
            };
        }

        return new ClipyardException(
            error.HResult is NoSpaceOnUnix or QuotaOnUnix or FullOnWindows or HandleFullOnWindows
                ? FailureCatalogue.StorageFull
                : FailureCatalogue.StorageUnavailable,
            error.Message,
            error
        );
    }
}
