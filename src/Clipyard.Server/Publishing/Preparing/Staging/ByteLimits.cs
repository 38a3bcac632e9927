using Clipyard.Failures;
using Clipyard.Server.Publishing.Posts;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Publishing.Preparing.Staging;

/// <summary>How large one file may be.</summary>
internal sealed class ByteLimits(IOptions<PublishingOptions> options)
{
    /// <summary>TikTok says 20 MB, and not which kind of MB: the smaller.</summary>
    public const long Picture = 20_000_000;

    /// <summary>The most bytes of one file of such a post.</summary>
    public long Of(PostKind kind) => kind == PostKind.Photos ? Picture : options.Value.MaxVideoBytes;

    /// <exception cref="ClipyardException"><c>video_too_large</c>; <c>unsupported_media</c> for a picture.</exception>
    public void Check(PostKind kind, string name, long bytes)
    {
        if (bytes > Of(kind))
        {
            throw Refusal(kind, name);
        }
    }

    /// <summary>The refusal of a file that has more.</summary>
    public ClipyardException Refusal(PostKind kind, string name) =>
        kind == PostKind.Photos
            ? new ClipyardException(
                FailureCatalogue.UnsupportedMedia,
                $"{name}: the picture has more than {Picture:N0} bytes, TikTok's limit. A repair does not mend pictures."
            )
            : new ClipyardException(
                FailureCatalogue.VideoTooLarge,
                $"{name}: the file has more than {Of(kind):N0} bytes, the limit (Publishing:MaxVideoBytes)."
            );
}
