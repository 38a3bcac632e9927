using Clipyard.Failures;
using Clipyard.Media.Ffmpeg;
using Clipyard.Media.Limits;
using Clipyard.Server.Publishing.Preparing.Staging;
using Clipyard.Server.Storage;
using Clipyard.TikTokApi.Accounts;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Publishing.Preparing.Checks;

/// <summary>Makes staged videos fit with ffmpeg, one at a time on this machine: each takes all of its cores.</summary>
internal sealed class VideoMending : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly VideoRepair _repair;
    private readonly VideoCheck _check;
    private readonly ServerPaths _paths;
    private readonly IDiskSpace _disk;
    private readonly StorageOptions _storage;

    public VideoMending(
        VideoCheck check,
        ServerPaths paths,
        IDiskSpace disk,
        IOptions<PublishingOptions> options,
        IOptions<StorageOptions> storage
    )
    {
        (_check, _paths, _disk, _storage) = (check, paths, disk, storage.Value);
        // Not on the server's clock: ffmpeg runs in real time.
        _repair = new VideoRepair(options.Value.FfmpegPath, options.Value.RepairTimeLimit);
    }

    /// <summary>Whether ffmpeg is there.</summary>
    public bool IsAvailable => _repair.IsAvailable;

    /// <summary>Repairs a video into a file of its own.</summary>
    /// <returns>That file, deleted when disposed, and what was changed.</returns>
    /// <exception cref="ClipyardException">
    /// <c>unsupported_media</c>: ffmpeg failed or took too long; <c>storage_full</c>, <c>storage_unavailable</c>.
    /// </exception>
    public async Task<MendedVideo> RunAsync(StagedFile file, CreatorInfo? creator, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        var source = new TemporaryFile(_paths);
        var result = new TemporaryFile(_paths);
        try
        {
            CheckRoom(file.Row.Bytes);
            await CopyAsync(file, source, cancellationToken);
            var repaired = await _repair.RepairAsync(
                new RepairRequest
                {
                    Source = source.Path,
                    Destination = result.Path,
                    Limits = _check.Limits,
                    CreatorDuration = creator?.MaxVideoDuration,
                },
                progress: null,
                cancellationToken
            );
            return new MendedVideo(result, repaired.Changes);
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            result.Dispose();
            throw DiskErrors.Name(error);
        }
        catch
        {
            result.Dispose();
            throw;
        }
        finally
        {
            source.Dispose();
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private static async Task CopyAsync(StagedFile file, TemporaryFile copy, CancellationToken cancellationToken)
    {
        await using var stream = PrivateFile.Create(copy.Path);
        await file.Read().CopyToAsync(stream, cancellationToken);
    }

    // ffmpeg looks at no limit of ours: the room that the database needs is seen to before.
    private void CheckRoom(long bytes)
    {
        var free = _disk.FreeBytes(_paths.Temporary);
        if (free - (2 * bytes) < _storage.KeepFreeBytes)
        {
            throw new ClipyardException(
                FailureCatalogue.StorageFull,
                $"A repair needs room for two more files of {bytes:N0} bytes; {free:N0} bytes are free, of which "
                    + $"{_storage.KeepFreeBytes:N0} are kept for the database (Storage:KeepFreeBytes)."
            );
        }
    }
}
