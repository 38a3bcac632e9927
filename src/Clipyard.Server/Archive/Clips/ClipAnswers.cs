using Clipyard.Server.Data;
using Clipyard.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Archive.Clips;

/// <summary>Turns rows into answers: with their files, and addresses made for this answer.</summary>
internal sealed class ClipAnswers(ClipyardDb db, IMediaAddresses addresses)
{
    /// <summary>In the order of the rows.</summary>
    public async Task<IReadOnlyList<ClipAnswer>> ForAsync(
        IReadOnlyList<Clip> clips,
        CancellationToken cancellationToken
    )
    {
        var ids = clips.Select(c => c.Id).ToList();
        var files = await db.ClipFiles.AsNoTracking().Where(f => ids.Contains(f.ClipId)).ToListAsync(cancellationToken);
        var filesOf = files.ToLookup(f => f.ClipId);
        return [.. clips.Select(clip => For(clip, [.. filesOf[clip.Id].OrderBy(f => f.Position)]))];
    }

    private ClipAnswer For(Clip clip, IReadOnlyList<ClipFile> files)
    {
        var parts = files.Where(file => !file.IsCover).Select(For).ToList();
        return new ClipAnswer
        {
            VideoId = clip.VideoId,
            VideoUrl = clip.VideoUrl,
            LocalPath = parts[0].LocalPath,
            LocalPathExpiresAt = parts[0].LocalPathExpiresAt,
            ThumbnailUrl = ClipThumbnails.Choose(clip.Kind, files) is { } picture
                ? addresses.For(picture.Object).Url
                : null,
            Kind = clip.Kind,
            StudentId = clip.StudentId,
            Username = clip.Username,
            Caption = clip.Caption,
            DurationMs = clip.DurationMs,
            SizeBytes = clip.SizeBytes,
            Sha256 = clip.Sha256,
            CreatedAt = clip.PostedAt,
            StoredAt = clip.StoredAt,
            Generation = clip.Generation,
            Files = parts,
        };
    }

    private ClipFileAnswer For(ClipFile file)
    {
        var address = addresses.For(file.Object);
        return new ClipFileAnswer
        {
            LocalPath = address.Url,
            LocalPathExpiresAt = address.ExpiresAt,
            ContentType = file.ContentType,
            SizeBytes = file.SizeBytes,
            Sha256 = file.Sha256,
        };
    }
}
