using System.Security.Cryptography;
using System.Text;

namespace Clipyard.Downloads;

/// <summary>A file beside its goal, named after the version of the bytes in it, so that only the same is resumed.</summary>
internal sealed class FolderWrite : IDownloadWrite
{
    private const string Suffix = ".part";

    private readonly FileStream _file;
    private readonly Func<string, string> _goalFor;
    private bool _isKept;

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
            await _file.DisposeAsync();

            File.Move(_file.Name, goal, overwrite: true);
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
        if (!_file.SafeFileHandle.IsClosed)
        {
            var isWorthKeeping = _isKept && _file.Length > 0;
            await _file.DisposeAsync();
            if (isWorthKeeping)
            {
                return;
            }
        }

        // After a commit there is nothing left under this name.
        File.Delete(_file.Name);
    }

    /// <summary>What earlier tries of other renditions left is of no use once one of them is complete.</summary>
    private static void DeletePartsOf(string goal)
    {
        foreach (var part in Directory.EnumerateFiles(Path.GetDirectoryName(goal)!, PartPattern(goal)))
        {
            File.Delete(part);
        }
    }

    private static string PartPath(string goal, string version)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(version)).AsSpan(0, 4));
        return $"{goal}.{hash}{Suffix}";
    }

    private static string PartPattern(string goal) =>
        $"{Path.GetFileName(goal).Replace("?", "[?]", StringComparison.Ordinal)}.????????{Suffix}";
}
