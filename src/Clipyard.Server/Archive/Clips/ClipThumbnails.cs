using Clipyard.Server.Data;
using Clipyard.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Archive.Clips;

/// <summary>The pictures that stand for clips: the kept cover, or the first of a post's photos.</summary>
internal sealed class ClipThumbnails(ClipyardDb db, IMediaAddresses addresses) : IClipPictures
{
    public async Task<IReadOnlyDictionary<string, string>> FindAsync(
        IReadOnlyCollection<string> videoIds,
        CancellationToken cancellationToken
    )
    {
        if (videoIds.Count == 0)
        {
            return new Dictionary<string, string>(StringComparer.Ordinal);
        }

        var rows = await (
            from clip in db.Clips.AsNoTracking()
            join file in db.ClipFiles.AsNoTracking() on clip.Id equals file.ClipId
            where videoIds.Contains(clip.VideoId)
            select new
            {
                clip.VideoId,
                clip.Kind,
                File = file,
            }
        ).ToListAsync(cancellationToken);
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var clip in rows.GroupBy(row => (row.VideoId, row.Kind)))
        {
            if (Choose(clip.Key.Kind, [.. clip.Select(row => row.File).OrderBy(file => file.Position)]) is { } picture)
            {
                found[clip.Key.VideoId] = addresses.For(picture.Object).Url;
            }
        }

        return found;
    }

    /// <summary>The file that stands for a clip, out of all of its files in their order; null for none.</summary>
    public static ClipFile? Choose(ClipKind kind, IReadOnlyList<ClipFile> files) =>
        files.FirstOrDefault(file => file.IsCover) ?? (kind == ClipKind.Photo ? files[0] : null);
}
