using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Storage;
using Clipyard.TikTokApi.Posting;

namespace Clipyard.Server.Publishing.Sending;

/// <summary>A staged video as the uploader reads it.</summary>
internal sealed class StagedSource(IMediaStore store, PostFile file) : IUploadSource
{
    public long Length => file.Bytes;

    public VideoFormat Format =>
        file.ContentType switch
        {
            "video/quicktime" => VideoFormat.QuickTime,
            "video/webm" => VideoFormat.WebM,
            _ => VideoFormat.Mp4,
        };

    public async ValueTask<Stream> OpenAsync(long offset, long length, CancellationToken cancellationToken) =>
        await store.OpenReadAsync(file.Object, offset, length, cancellationToken)
        ?? throw new Failures.ClipyardException(
            Failures.FailureCatalogue.StorageUnavailable,
            "The staged file is not in the store any more."
        );
}
