using Clipyard.Failures;
using Clipyard.Server.Archive;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Publishing.Preparing.Sources;

/// <summary>Files of the owner's archive.</summary>
internal sealed class ClipSource(ClipyardDb db, IMediaStore store)
{
    private const string ImageTypes = "image/";

    /// <summary>A clip's video, or its pictures.</summary>
    /// <param name="videoId">TikTok's id of it.</param>
    /// <param name="kind">What the post is.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    /// <exception cref="ClipyardException"><c>not_found</c>; <c>unsupported_media</c>: the clip is something else.</exception>
    public async Task<IReadOnlyList<SourceFile>> FindAsync(
        string videoId,
        PostKind kind,
        CancellationToken cancellationToken
    )
    {
        var clip =
            await db
                .Clips.AsNoTracking()
                .Include(c => c.Files)
                .SingleOrDefaultAsync(c => c.VideoId == videoId, cancellationToken)
            ?? throw new ClipyardException(FailureCatalogue.NotFound, $"The archive has no clip {videoId}.");

        var wanted = kind == PostKind.Photos ? ClipKind.Photo : ClipKind.Video;
        if (clip.Kind != wanted)
        {
            throw new ClipyardException(
                FailureCatalogue.UnsupportedMedia,
                $"Clip {videoId} is kept as {clip.Kind.ToString().ToLowerInvariant()}; this is a post of {NameOf(kind)}."
            );
        }

        var files = clip.Files.OrderBy(file => file.Position);
        return kind == PostKind.Video
            ? [Source($"Clip {videoId}", files.First())]
            :
            [
                .. files
                    .Where(file => file.ContentType.StartsWith(ImageTypes, StringComparison.Ordinal))
                    .Select((file, index) => Source($"Picture {index + 1} of clip {videoId}", file)),
            ];
    }

    private SourceFile Source(string name, ClipFile file) => StoredObject.Of(store, name, file.Object, file.Sha256);

    private static string NameOf(PostKind kind) => kind == PostKind.Photos ? "pictures" : "a video";
}
