using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Api.Problems;
using Clipyard.Server.Archive;
using Clipyard.Server.Data;
using Clipyard.Server.Network;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Preparing.Sources;
using Clipyard.Server.Uploads;
using Clipyard.TikTokApi.Posting;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Publishing.Requests.Accepting;

/// <summary>Where a post's files come from: whether that can be, and whether it is still there.</summary>
internal sealed class PostSources(ClipyardDb db, IUploads uploads, IGuardedHttp network, OwnAddresses own)
{
    private const int LongestId = 20;

    /// <summary>Checks what can be checked without fetching anything.</summary>
    /// <param name="body">What the caller says.</param>
    /// <param name="hosts">The only hosts that addresses may be on; null: any.</param>
    /// <param name="lookups">What other posts of the request have found out already.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ClipyardException">
    /// <c>invalid_parameter</c>: not exactly one; <c>not_found</c>; <c>unsupported_media</c>; <c>url_not_allowed</c>.
    /// </exception>
    public async Task<(PostSource Source, PostKind Kind)> ReadAsync(
        SourceBody? body,
        IReadOnlyList<string>? hosts,
        PostLookups lookups,
        CancellationToken cancellationToken
    )
    {
        ThrowIfNotOne(body);
        if (!string.IsNullOrEmpty(body.ClipId))
        {
            var clips = lookups.Clips ?? await KindsAsync([body.ClipId], cancellationToken);
            return (new PostSource(ClipId: body.ClipId), KindOf(body.ClipId, clips));
        }

        if (WordReader.Id("source.upload_id", body.UploadId) is { } uploadId)
        {
            return (new PostSource(UploadId: uploadId), await KindOfUploadAsync(uploadId, cancellationToken));
        }

        return body.Images is not null
            ? (new PostSource(Images: CheckImages(body.Images, hosts), Hosts: hosts), PostKind.Photos)
            : (new PostSource(Url: Check(body.Url, hosts), Hosts: hosts), PostKind.Video);
    }

    /// <summary>What is kept of these clips, as far as they are the owner's.</summary>
    public async Task<IReadOnlyDictionary<string, ClipKind>> KindsAsync(
        IReadOnlyList<string> clipIds,
        CancellationToken cancellationToken
    )
    {
        var ids = clipIds.Where(id => id.Length <= LongestId && id.All(char.IsAsciiDigit)).ToList();
        return ids.Count == 0
            ? new Dictionary<string, ClipKind>(StringComparer.Ordinal)
            : await db
                .Clips.Where(clip => ids.Contains(clip.VideoId))
                .Select(clip => new { clip.VideoId, clip.Kind })
                .ToDictionaryAsync(clip => clip.VideoId, clip => clip.Kind, StringComparer.Ordinal, cancellationToken);
    }

    /// <summary>Whether the files could be had from there once more.</summary>
    public async Task<bool> IsStillThereAsync(PostSource source, CancellationToken cancellationToken)
    {
        if (source.ClipId is { } clipId)
        {
            return await db.Clips.AnyAsync(clip => clip.VideoId == clipId, cancellationToken);
        }

        return source.UploadId is not { } uploadId || await CanBeReadAsync(uploadId, cancellationToken);
    }

    private static void ThrowIfNotOne([System.Diagnostics.CodeAnalysis.NotNull] SourceBody? body)
    {
        bool[] given =
        [
            !string.IsNullOrEmpty(body?.ClipId),
            !string.IsNullOrEmpty(body?.UploadId),
            !string.IsNullOrEmpty(body?.Url),
            body?.Images is not null,
        ];
        if (body is null || given.Count(isGiven => isGiven) != 1)
        {
            throw Invalid("source", "must have exactly one of clip_id, upload_id, url and images.");
        }
    }

    private static PostKind KindOf(string clipId, IReadOnlyDictionary<string, ClipKind> clips)
    {
        var kind = clips.TryGetValue(clipId, out var known) ? (ClipKind?)known : null;
        return kind switch
        {
            ClipKind.Video => PostKind.Video,
            ClipKind.Photo => PostKind.Photos,
            ClipKind.Audio => throw new ClipyardException(
                FailureCatalogue.UnsupportedMedia,
                $"Of clip {clipId} only the sound is kept."
            ),
            _ => throw new ClipyardException(
                FailureCatalogue.NotFound,
                $"There is no clip '{Shown.Short(clipId)}' in the archive."
            )
            {
                Remedies = ["Fetch it first: POST /api/v1/downloads with its address."],
            },
        };
    }

    private async Task<PostKind> KindOfUploadAsync(Guid uploadId, CancellationToken cancellationToken)
    {
        var upload =
            await uploads.FindAsync(uploadId, cancellationToken)
            ?? throw new ClipyardException(
                FailureCatalogue.NotFound,
                $"There is no upload {uploadId}, or another post has taken it."
            )
            {
                Remedies = ["Upload the file again; an upload makes one post."],
            };
        return upload.ContentType.StartsWith("video/", StringComparison.Ordinal)
            ? PostKind.Video
            : throw new ClipyardException(
                FailureCatalogue.UnsupportedMedia,
                $"The upload is {upload.ContentType}; only videos are posted from uploads."
            );
    }

    private async Task<bool> CanBeReadAsync(Guid uploadId, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = await uploads.OpenReadAsync(uploadId, cancellationToken);
            return true;
        }
        catch (ClipyardException gone) when (gone.Failure == FailureCatalogue.NotFound)
        {
            return false;
        }
    }

    private List<string> CheckImages(IReadOnlyList<string?> images, IReadOnlyList<string>? hosts) =>
        images.Count is > 0 and <= PhotoPost.MaxPhotos
            ? [.. images.Select(image => Check(image, hosts))]
            : throw Invalid("source.images", $"must have 1 to {PhotoPost.MaxPhotos} addresses, not {images.Count}.");

    // Our own media address leads to the owner's object and is never fetched; all others must be fit to be fetched.
    private string Check(string? url, IReadOnlyList<string>? hosts)
    {
        if (string.IsNullOrWhiteSpace(url))
        {
            throw Invalid("source", "has an empty address.");
        }

        return own.KeyIn(url) is null ? HostPatterns.Within(hosts, network.Check(url)).AbsoluteUri : url;
    }

    private static ClipyardException Invalid(string name, string rule) =>
        new(FailureCatalogue.InvalidParameter, $"'{name}' {rule}") { Parameter = name };
}
