using System.Security.Cryptography;
using Clipyard.Failures;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Preparing.Sources;
using Clipyard.Server.Storage;

namespace Clipyard.Server.Publishing.Preparing.Staging;

/// <summary>Takes files into the store in one pass, with their hashes on the way.</summary>
internal sealed class FileStager(IMediaStore store, IOwnerScope scope, ByteLimits limits)
{
    private const int BufferBytes = 128 * 1024;

    /// <summary>Reads a source to its end, unless its first bytes say that it is of no use.</summary>
    /// <returns>The file, not committed yet.</returns>
    /// <exception cref="ClipyardException">
    /// <c>unsupported_media</c>, <c>video_too_large</c>, <c>media_corrupt</c>; <c>storage_full</c>,
    /// <c>storage_unavailable</c>; <c>url_unreachable</c>; <c>not_found</c>.
    /// </exception>
    public async Task<StagedFile> StageAsync(
        Post post,
        Guid run,
        int position,
        SourceFile source,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await using var opened = await source.OpenAsync(cancellationToken);
            var buffer = new byte[BufferBytes];
            var count = await opened.Body.ReadAtLeastAsync(
                buffer,
                FileKind.NeededBytes,
                throwOnEndOfStream: false,
                cancellationToken
            );
            var kind = WrongKind.Check(post.Kind, source.Name, buffer.AsSpan(0, count));
            var row = new PostFile
            {
                PostId = post.Id,
                OwnerId = post.OwnerId,
                Position = position,
                Object = StagedKeys.Of(scope.Owner, post.Id, run, position, kind.Extension),
                ContentType = kind.ContentType,
                Sha256 = "",
            };
            return await WriteAsync(post.Kind, source, row, opened.Body, buffer, count, cancellationToken);
        }
        catch (ClipyardException error) when (error.Failure == FailureCatalogue.VideoTooLarge)
        {
            throw limits.Refusal(post.Kind, source.Name); // also when the guard of addresses saw it first
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            throw DiskErrors.Name(error); // of a source that lies on our disk: those of the network are named already
        }
    }

    private async Task<StagedFile> WriteAsync(
        PostKind kind,
        SourceFile source,
        PostFile row,
        Stream body,
        byte[] buffer,
        int count,
        CancellationToken cancellationToken
    )
    {
        var write = await store.BeginPutAsync(row.Object, row.ContentType, cancellationToken);
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            for (; count > 0; count = await body.ReadAsync(buffer, cancellationToken))
            {
                row.Bytes += count;
                limits.Check(kind, source.Name, row.Bytes);
                hash.AppendData(buffer, 0, count);
                await write.Content.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            }

            row.Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
            CheckHash(source, row);
            return new StagedFile(write, row);
        }
        catch
        {
            await write.DisposeAsync();
            throw;
        }
    }

    private static void CheckHash(SourceFile source, PostFile row)
    {
        if (source.Sha256 is { } expected && expected != row.Sha256)
        {
            throw new ClipyardException(
                FailureCatalogue.MediaCorrupt,
                $"{source.Name}: its SHA-256 is {row.Sha256}, not {expected} as when it was kept."
            );
        }
    }
}
