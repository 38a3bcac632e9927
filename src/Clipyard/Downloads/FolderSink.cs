using Clipyard.Failures;
using Clipyard.Media.Probing;

namespace Clipyard.Downloads;

/// <summary>Puts files into a folder: written beside their goal as <c>NAME.part</c>, flushed to disk, then renamed.</summary>
public sealed class FolderSink : IDownloadSink
{
    private const int CheckBufferBytes = 64 * 1024;

    private readonly string _folder;
    private readonly Func<MediaPart, string> _nameFile;

    /// <summary>A folder, made when it does not exist.</summary>
    /// <param name="folder">Its path.</param>
    /// <param name="nameFile">
    /// The path of a file below <paramref name="folder"/>, with <c>/</c> between folders; null for
    /// <see cref="MediaPart.DefaultFileName"/>. Names must be safe already; one that leads out of the folder is refused.
    /// </param>
    public FolderSink(string folder, Func<MediaPart, string>? nameFile = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        _folder = Path.GetFullPath(folder);
        _nameFile = nameFile ?? (part => part.DefaultFileName);
    }

    /// <inheritdoc />
    public async Task<StoredFile?> FindAsync(MediaPart part, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(part);
        try
        {
            foreach (var extension in MediaChecks.ExtensionsOf(part))
            {
                var path = PathOf(part with { Extension = extension });
                if (
                    new FileInfo(path) is { Exists: true, Length: > 0 and var length }
                    && await IsWholeAsync(path, part, cancellationToken)
                )
                {
                    return new StoredFile(path, length);
                }
            }

            return null;
        }
        catch (Exception error) when (StorageErrors.IsStorageError(error))
        {
            throw StorageErrors.Name(error);
        }
    }

    /// <inheritdoc />
    public Task<IDownloadWrite> BeginAsync(MediaPart part, string version, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(part);
        cancellationToken.ThrowIfCancellationRequested();
        var goal = PathOf(part);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(goal)!);
            return Task.FromResult<IDownloadWrite>(
                FolderWrite.Open(goal, version, extension => PathOf(part with { Extension = extension }))
            );
        }
        catch (Exception error) when (StorageErrors.IsStorageError(error))
        {
            return Task.FromException<IDownloadWrite>(StorageErrors.Name(error));
        }
    }

    private static async Task<bool> IsWholeAsync(string path, MediaPart part, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        if (part.Kind == MediaPartKind.Video)
        {
            // Seeks over the pictures and sounds: a few KB of a file of any size.
            return (await MediaProbe.ReadAsync(file, cancellationToken)).Verdict.IsWhole;
        }

        var check = MediaChecks.For(part);
        var buffer = new byte[CheckBufferBytes];
        try
        {
            while (await file.ReadAsync(buffer, cancellationToken) is var count and > 0)
            {
                check.Append(buffer.AsSpan(0, count));
            }

            check.Complete();
            return true;
        }
        catch (ClipyardException)
        {
            return false;
        }
    }

    private string PathOf(MediaPart part)
    {
        var path = Path.GetFullPath(Path.Combine(_folder, _nameFile(part)));
        var isInside = path.StartsWith(
            Path.TrimEndingDirectorySeparator(_folder) + Path.DirectorySeparatorChar,
            StringComparison.Ordinal
        );
        return isInside || _folder == Path.GetPathRoot(_folder)
            ? path
            : throw new ClipyardException(
                FailureCatalogue.InvalidParameter,
                "The file's name leads out of the folder."
            );
    }
}
