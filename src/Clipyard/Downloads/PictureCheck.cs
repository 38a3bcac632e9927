using Clipyard.Failures;
using Clipyard.Media.Images;

namespace Clipyard.Downloads;

/// <summary>A picture of a kind that TikTok serves, with its end.</summary>
/// <param name="maxBytes">The most it may have.</param>
internal sealed class PictureCheck(long maxBytes = long.MaxValue) : IMediaCheck
{
    private readonly ImageInspector _inspector = new();

    public void Append(ReadOnlySpan<byte> bytes)
    {
        _inspector.Append(bytes);
        if (_inspector.Position > maxBytes)
        {
            throw new ClipyardException(
                FailureCatalogue.MediaCorrupt,
                $"The picture has more than {maxBytes} bytes: no cover is that large."
            );
        }
    }

    public CheckedMedia Complete()
    {
        var report = _inspector.Complete();
        if (!report.IsWhole)
        {
            throw new ClipyardException(FailureCatalogue.MediaCorrupt, report.Problem);
        }

        return report.Kind switch
        {
            ImageKind.Jpeg => new CheckedMedia("jpg"),
            ImageKind.Png => new CheckedMedia("png"),
            ImageKind.Webp => new CheckedMedia("webp"),
            ImageKind.Avif => new CheckedMedia("avif"),
            ImageKind.Heic => new CheckedMedia("heic"),
            ImageKind.Gif => new CheckedMedia("gif"),
            _ => throw new ClipyardException(FailureCatalogue.MediaCorrupt, "The file is no picture."),
        };
    }
}
