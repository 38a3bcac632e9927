using Clipyard.Failures;

namespace Clipyard.Server.Storage;

/// <summary>Keeps room for the database: a full disk must never stop it.</summary>
internal sealed class KeptSpace(IDiskSpace disk, string folder, long keepFreeBytes)
{
    /// <summary>How much may be written between two looks.</summary>
    public const long LookEveryBytes = 8L << 20;

    public long FreeBytes => disk.FreeBytes(folder);

    /// <exception cref="ClipyardException"><c>storage_full</c>: less would be left than is kept free.</exception>
    public void Check()
    {
        var free = FreeBytes;
        if (free < keepFreeBytes)
        {
            throw new ClipyardException(
                FailureCatalogue.StorageFull,
                $"{free} bytes are free below {folder}; {keepFreeBytes} are kept for the database (Storage:KeepFreeBytes)."
            );
        }
    }
}
