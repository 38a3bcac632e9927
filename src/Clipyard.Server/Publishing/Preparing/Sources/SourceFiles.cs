using Clipyard.Failures;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Uploads;

namespace Clipyard.Server.Publishing.Preparing.Sources;

/// <summary>Finds the files that a post is made of.</summary>
internal sealed class SourceFiles(IUploads uploads, ClipSource clips, AddressSource addresses)
{
    /// <summary>All of them, in their order.</summary>
    /// <exception cref="ClipyardException"><c>not_found</c>, <c>unsupported_media</c>, <c>url_not_allowed</c>.</exception>
    public async Task<IReadOnlyList<SourceFile>> FindAsync(Post post, CancellationToken cancellationToken)
    {
        switch (post.Source)
        {
            case { UploadId: { } upload }:
                return [Upload(upload)];
            case { ClipId: { } clip }:
                return await clips.FindAsync(clip, post.Kind, cancellationToken);
            case { Url: { } url }:
                return [await addresses.FindAsync(url, post.Kind, post.Source.Hosts, cancellationToken)];
            case { Images: { } images }:
                List<SourceFile> files = [];
                foreach (var image in images)
                {
                    files.Add(await addresses.FindAsync(image, post.Kind, post.Source.Hosts, cancellationToken));
                }

                return files;
            default:
                throw new InvalidOperationException($"Post {post.Id} has no source.");
        }
    }

    // It was looked up, and taken by the post, when the post was accepted.
    private SourceFile Upload(Guid id) =>
        new(
            "The upload",
            async cancellationToken => new OpenedSource(await uploads.OpenReadAsync(id, cancellationToken))
        );
}
