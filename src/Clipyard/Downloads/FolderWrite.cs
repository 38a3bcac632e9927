using System.Security.Cryptography;
using System.Text;

namespace Clipyard.Downloads;

/// <summary>A file beside its goal, named after the version of the bytes in it, so that only the same is resumed.</summary>
internal sealed class FolderWrite : IDownloadWrite
{
    private const string Suffix = ".part";

    /// <summary>A dot, eight hex digits of the version, and the suffix.</summary>
    private const int PartSuffixLength = 1 + 8 + 5;

    private readonly FileStream _file;
    private readonly Func<string, string> _goalFor;
    private bool _isKept;
    private bool _isCommitted;

    private FolderWrite(FileStream file, Func<string, string> goalFor)
    {
        _file = file;
        _goalFor = goalFor;
        ResumedBytes = file.Length;
        file.Position = file.Length;
    }

    public long ResumedBytes { get; private set; }

    public Stream Content => _file;

    /// <summary>Opens the part file of a goal, new or as an earlier download left it.</summary>
    public static FolderWrite Open(string goal, string version, Func<string, string> goalFor)
    {
        // Nobody else may write it meanwhile: the second one is refused by the file system.
        var file = new FileStream(
            PartPath(goal, version),
            new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = FileAccess.ReadWrite,
                Share = FileShare.None,
                BufferSize = 0,
            }
        );
        return new FolderWrite(file, goalFor);
    }

    public Task RestartAsync(CancellationToken cancellationToken)
    {
        _file.SetLength(0);
        _file.Position = 0;
        ResumedBytes = 0;
        return Task.CompletedTask;
    }

    public async Task<StoredFile> CommitAsync(string extension, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            var goal = _goalFor(extension);
            var length = _file.Length;
            _file.Flush(flushToDisk: true);
            if (OperatingSystem.IsWindows())
            {
                await _file.DisposeAsync();
            }

            // Elsewhere still open, so still locked: no other writer can take the part over in between.
            File.Move(_file.Name, goal, overwrite: true);
            await _file.DisposeAsync();

            _isCommitted = true;
            DeletePartsOf(goal);
            return new StoredFile(goal, length);
        }
        catch (Exception error) when (StorageErrors.IsStorageError(error))
        {
            throw StorageErrors.Name(error);
        }
    }

    public void KeepForResume() => _isKept = true;

    public async ValueTask DisposeAsync()
    {
        if (_isCommitted || _file.SafeFileHandle.IsClosed || (_isKept && _file.Length > 0))
        {
            await _file.DisposeAsync();
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            await _file.DisposeAsync();
            File.Delete(_file.Name);
            return;
        }

        // While it is still ours: once closed, the name may be another writer's.
        File.Delete(_file.Name);
        await _file.DisposeAsync();
    }

    /// <summary>
    /// What earlier tries of other renditions left is of no use once one of them is complete. Those that somebody
    /// writes now, or that cannot be deleted, stay: the file itself is stored.
    /// </summary>
    private static void DeletePartsOf(string goal)
    {
        var name = Path.GetFileName(goal);
        foreach (var part in Directory.EnumerateFiles(Path.GetDirectoryName(goal)!))
        {
            var other = Path.GetFileName(part);
            if (
                other.Length != name.Length + PartSuffixLength
                || !other.StartsWith(name, StringComparison.Ordinal)
                || !other.EndsWith(Suffix, StringComparison.Ordinal)
            )
            {
                continue;
            }

            try
            {
                using var unused = new FileStream(part, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
                File.Delete(part);
            }
            catch (Exception error) when (StorageErrors.IsStorageError(error))
            {
                // Somebody writes it.
            }
        }
    }

    private static string PartPath(string goal, string version)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(version)).AsSpan(0, 4));
        return $"{goal}.{hash}{Suffix}";
    }
}
