using System.Security.Cryptography;
using Clipyard.Failures;

namespace Clipyard.Server.Storage;

/// <summary>A secret of 32 random bytes in <c>DATA/keys</c>: neither in the database nor in the store.</summary>
internal static class KeyFile
{
    public const int SizeBytes = 32;

    /// <summary>Reads the key; makes it at the first use.</summary>
    /// <exception cref="ClipyardException"><c>storage_unavailable</c>: it cannot be read, or is not 32 bytes.</exception>
    public static byte[] ReadOrCreate(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        try
        {
            if (!File.Exists(path))
            {
                Create(folder, path);
            }

            var key = File.ReadAllBytes(path);
            return key.Length == SizeBytes ? key : throw Damaged(path);
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            throw DiskErrors.Name(error);
        }
    }

    private static void Create(string folder, string path)
    {
        var temporary = $"{path}.{Guid.NewGuid():n}.tmp";
        using (var file = PrivateFile.Create(temporary))
        {
            file.Write(RandomNumberGenerator.GetBytes(SizeBytes));
            file.Flush(flushToDisk: true);
        }

        // Complete or not there: half a key would lose what was signed with it.
        File.Move(temporary, path, overwrite: false);
        FolderSync.Flush(folder);
    }

    private static ClipyardException Damaged(string path) =>
        new(
            FailureCatalogue.StorageUnavailable,
            $"The key {path} is not {SizeBytes} bytes long: restore it from a backup."
        );
}
