using Clipyard.Failures;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Uploads;

/// <summary>The owner's uploads: what may be begun, what there is.</summary>
internal sealed class UploadRows(
    ClipyardDb db,
    UploadFiles files,
    UploadTurns turns,
    IOptions<UploadOptions> options,
    IOptions<PublishingOptions> publishing,
    TimeProvider time
)
{
    /// <summary>The largest file taken.</summary>
    public long MaxBytes => publishing.Value.MaxVideoBytes;

    /// <summary>Begins one of a known length.</summary>
    /// <param name="length">How many bytes it will have.</param>
    /// <param name="metadata">What the sender says of it.</param>
    /// <param name="saveWith">Adds what is saved together with it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ClipyardException">
    /// <c>video_too_large</c>, <c>unsupported_media</c> (nothing in it), <c>quota_exceeded</c>, <c>storage_full</c>.
    /// </exception>
    public async Task<Upload> BeginAsync(
        long length,
        TusMetadata metadata,
        Action<ClipyardDb, Guid> saveWith,
        CancellationToken cancellationToken
    )
    {
        if (length == 0)
        {
            throw new ClipyardException(FailureCatalogue.UnsupportedMedia, "The file is empty.");
        }

        if (length > MaxBytes)
        {
            throw TooLarge();
        }

        files.CheckRoomFor(length);
        return await AddAsync(length, metadata, saveWith, cancellationToken);
    }

    /// <summary>Begins one whose length is known at its end.</summary>
    /// <exception cref="ClipyardException"><c>quota_exceeded</c>, <c>storage_full</c>.</exception>
    public async Task<Upload> BeginAsync(string? fileName, CancellationToken cancellationToken)
    {
        files.CheckRoomFor(0);
        return await AddAsync(length: null, TusMetadata.Named(fileName), saveWith: null, cancellationToken);
    }

    /// <summary>One that can be gone on with, or is complete and not taken.</summary>
    /// <exception cref="UploadGoneException">It is over.</exception>
    /// <exception cref="ClipyardException"><c>not_found</c>.</exception>
    public async Task<Upload> GetAsync(Guid id, CancellationToken cancellationToken)
    {
        var upload = await db.Set<Upload>()
            .AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == id && row.Length != null, cancellationToken);
        return upload switch
        {
            null => throw new ClipyardException(FailureCatalogue.NotFound, "There is no such upload."),
            { TakenAt: not null } => throw new UploadGoneException("A post has taken this upload."),
            _ when upload.ExpiresAt <= time.GetUtcNow() => throw new UploadGoneException("This upload has expired."),
            _ => upload,
        };
    }

    /// <summary>Writes down what is on disk for good.</summary>
    /// <param name="upload">The row, changed; <see cref="Upload.Offset"/> too.</param>
    /// <param name="before">The offset that was written down last.</param>
    /// <exception cref="UploadGoneException">Meanwhile it was ended.</exception>
    public async Task AdvanceAsync(Upload upload, long before)
    {
        upload.ExpiresAt = time.GetUtcNow() + options.Value.KeepFor;
        // Whether the sender is still there does not matter: what has arrived has arrived.
        var updated = await db.Set<Upload>()
            .Where(row => row.Id == upload.Id && row.Offset == before && row.TakenAt == null)
            .ExecuteUpdateAsync(
                row =>
                    row.SetProperty(u => u.Offset, upload.Offset)
                        .SetProperty(u => u.Length, upload.Length)
                        .SetProperty(u => u.Sha256, upload.Sha256)
                        .SetProperty(u => u.ContentType, upload.ContentType)
                        .SetProperty(u => u.ExpiresAt, upload.ExpiresAt),
                CancellationToken.None
            );
        if (updated == 0)
        {
            throw new UploadGoneException("This upload was ended.");
        }
    }

    /// <summary>Ends one that no post has taken: row and bytes go.</summary>
    public async Task EndAsync(Guid id)
    {
        var ended = await db.Set<Upload>()
            .Where(row => row.Id == id && row.TakenAt == null)
            .ExecuteDeleteAsync(CancellationToken.None);
        if (ended > 0)
        {
            files.Delete(id);
            turns.Forget(id);
        }
    }

    public ClipyardException TooLarge() =>
        new(FailureCatalogue.VideoTooLarge, $"At most {MaxBytes} bytes are taken (Publishing:MaxVideoBytes).");

    /// <summary>How many bytes more the owner may have here.</summary>
    public async Task<long> LeftAsync(CancellationToken cancellationToken) =>
        options.Value.MaxBytesPerOwner - await Held().SumAsync(row => row.Length ?? row.Offset, cancellationToken);

    // Counted and added in one turn at the write gate, so that two requests at once cannot both be the last.
    private async Task<Upload> AddAsync(
        long? length,
        TusMetadata metadata,
        Action<ClipyardDb, Guid>? saveWith,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await CheckAllowanceAsync(length ?? 1, cancellationToken);
        var now = time.GetUtcNow();
        var upload = new Upload
        {
            Id = Guid.CreateVersion7(now),
            OwnerId = db.Scope.Owner.Id,
            Length = length,
            FileName = metadata.FileName,
            Metadata = metadata.Text,
            CreatedAt = now,
            ExpiresAt = now + options.Value.KeepFor,
        };
        var entry = db.Add(upload);
        saveWith?.Invoke(db, upload.Id);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        entry.State = EntityState.Detached; // from here on it changes by compare-and-set
        return upload;
    }

    private async Task CheckAllowanceAsync(long bytes, CancellationToken cancellationToken)
    {
        if (await Held().CountAsync(cancellationToken) >= options.Value.MaxPerOwner)
        {
            throw QuotaExceeded($"{options.Value.MaxPerOwner} uploads wait to be posted (Uploads:MaxPerOwner).");
        }

        if (await LeftAsync(cancellationToken) < bytes)
        {
            throw QuotaExceeded(
                $"All uploads together may have {options.Value.MaxBytesPerOwner} bytes (Uploads:MaxBytesPerOwner)."
            );
        }
    }

    private IQueryable<Upload> Held()
    {
        var now = time.GetUtcNow();
        return db.Set<Upload>().Where(row => row.TakenAt == null && row.ExpiresAt > now);
    }

    public static ClipyardException QuotaExceeded(string detail) =>
        new(FailureCatalogue.QuotaExceeded, detail)
        {
            Remedies = ["Post what has been uploaded or end it with DELETE; what nobody takes ends after a day."],
        };
}
