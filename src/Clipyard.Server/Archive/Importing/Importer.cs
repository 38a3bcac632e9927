using System.Security.Cryptography;
using Clipyard.Failures;
using Clipyard.Server.Archive.Fetching;
using Clipyard.Server.Archive.Provenance;
using Clipyard.Server.Archive.Students;
using Clipyard.Server.Data;
using Clipyard.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Archive.Importing;

/// <summary>Takes checked rows over: the file into the store, then its row and record in one transaction.</summary>
internal sealed class Importer(
    ClipyardDb db,
    StudentDirectory students,
    IMediaStore store,
    IRecordChain chain,
    TimeProvider time
)
{
    public async Task LinkAsync(IReadOnlyDictionary<string, string> usernames, CancellationToken cancellationToken)
    {
        foreach (var (student, username) in usernames)
        {
            await students.LinkAsync(student, username, cancellationToken);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Imports one video.</summary>
    /// <returns>Its bytes; null when it is kept already.</returns>
    /// <exception cref="ClipyardException"><c>media_corrupt</c>: the file is not what its row says; <c>storage_full</c>.</exception>
    public async Task<long?> ImportAsync(ImportedVideo video, CancellationToken cancellationToken)
    {
        if (await db.Clips.AnyAsync(clip => clip.VideoId == video.VideoId, cancellationToken))
        {
            return null;
        }

        var (probe, fault) = await ImportProbe.ReadAsync(video.Path, cancellationToken);
        if (probe is null)
        {
            throw Corrupt(video, fault ?? "");
        }

        var file = await PutAsync(video, probe, cancellationToken);
        var clip = ClipOf(video, probe, file);
        await SaveAsync(video, probe, clip, cancellationToken);
        await chain.WriteInfoAsync(db, clip.Id, CancellationToken.None);
        db.ChangeTracker.Clear();
        return file.SizeBytes;
    }

    private async Task<ClipFile> PutAsync(ImportedVideo video, ImportProbe probe, CancellationToken cancellationToken)
    {
        var owner = db.Scope.Owner;
        var folder = ObjectNames.Folder(video.Username);
        var key = $"{owner.StorePrefix}tiktok/{folder}/{video.VideoId}.{probe.Extension}";
        await using var source = File.OpenRead(video.Path);
        await using var write = await store.BeginPutAsync(key, MediaTypes.Of(key), cancellationToken);
        using var hash = SHA256.Create();
        await using (var hashing = new CryptoStream(write.Content, hash, CryptoStreamMode.Write, leaveOpen: true))
        {
            await source.CopyToAsync(hashing, cancellationToken);
        }

        var sha256 = Convert.ToHexStringLower(hash.Hash ?? []);
        if (video.Sha256 is { } expected && expected != sha256)
        {
            throw Corrupt(video, $"Its SHA-256 is {sha256}, not {expected}.");
        }

        var stat = await write.CommitAsync(cancellationToken);
        return new ClipFile
        {
            OwnerId = owner.Id,
            Object = key,
            ContentType = MediaTypes.Of(key),
            SizeBytes = stat.SizeBytes,
            Sha256 = sha256,
        };
    }

    private Clip ClipOf(ImportedVideo video, ImportProbe probe, ClipFile file)
    {
        var now = time.GetUtcNow();
        return new Clip
        {
            OwnerId = file.OwnerId,
            StudentId = video.StudentId,
            Username = video.Username,
            VideoId = video.VideoId,
            VideoUrl = video.VideoUrl,
            Kind = probe.Kind,
            Caption = video.Caption,
            DurationMs = (long?)probe.Info.Duration?.TotalMilliseconds,
            PostedAt = video.PostedAt ?? now,
            StoredAt = now,
            SizeBytes = file.SizeBytes,
            Sha256 = file.Sha256,
            Chain = "",
            Files = [file],
        };
    }

    private async Task SaveAsync(ImportedVideo video, ImportProbe probe, Clip clip, CancellationToken cancellationToken)
    {
        var facts = new ProvenanceFacts
        {
            SourceUrl = video.VideoUrl,
            FetchedAt = clip.StoredAt,
            Probe = probe.Facts,
            Origin = "import",
        };
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.Clips.Add(clip);
        await StudentCounters.AddAsync(db, video.StudentId, clips: 1, clip.SizeBytes, cancellationToken);
        await chain.AppendAsync(db, clip, facts, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static ClipyardException Corrupt(ImportedVideo video, string problem) =>
        new(FailureCatalogue.MediaCorrupt, $"{video.Path}: {problem}");
}
