using Clipyard.Failures;
using Clipyard.Media.Images;
using Clipyard.Server.Publishing.Posts;

namespace Clipyard.Server.Publishing.Preparing.Staging;

/// <summary>Refuses a file whose first bytes say that a post cannot be made of it.</summary>
internal static class WrongKind
{
    private const string VideoRemedy = "Give an MP4, MOV or WebM file itself, not a page that shows it.";
    private const string PictureRemedy = "Save it as JPEG or WebP: TikTok takes no other pictures.";

    /// <exception cref="ClipyardException"><c>unsupported_media</c>.</exception>
    public static FileKind Check(PostKind kind, string name, ReadOnlySpan<byte> start)
    {
        var found = FileKind.Of(start);
        return found is not null && found.IsVideo == (kind == PostKind.Video)
            ? found
            : throw Refusal(kind, name, What(found, start));
    }

    private static ClipyardException Refusal(PostKind kind, string name, string what)
    {
        var remedy = kind == PostKind.Video ? VideoRemedy : PictureRemedy;
        return new ClipyardException(
            FailureCatalogue.UnsupportedMedia,
            kind == PostKind.Video
                ? $"{name}: this is {what}, not a video. {remedy}"
                : $"{name}: this is {what}, neither JPEG nor WebP. {remedy}"
        )
        {
            Remedies = [remedy],
        };
    }

    private static string What(FileKind? found, ReadOnlySpan<byte> start) =>
        start switch
        {
            { IsEmpty: true } => "an empty file",
            [(byte)'<', ..] => "a web page",
            [(byte)'{', ..] or [(byte)'[', ..] => "JSON",
            _ when found is not null => found.IsVideo ? "a video" : "a picture",
            _ => ImageProbe.KindOf(start) switch
            {
                ImageKind.Unknown => "a file of another kind",
                var image => $"a {image.ToString().ToUpperInvariant()} picture",
            },
        };
}
