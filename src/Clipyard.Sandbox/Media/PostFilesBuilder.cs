using System.Text;
using Clipyard.Sandbox.Hosting;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Sandbox.Media;

/// <summary>Turns a post's record into the files that the media hosts serve for it.</summary>
internal sealed class PostFilesBuilder(Sampler sampler, ClipShelf shelf)
{
    /// <summary>What the watermarked copy is longer than the clean one.</summary>
    private const int WatermarkBytes = 64;

    /// <exception cref="ArgumentException">A clip that the library does not hold, or a size below the clip's.</exception>
    public PostFiles Build(SandboxPost post) =>
        new()
        {
            Renditions = [.. post.Renditions.Select((rendition, i) => Video(post, rendition, i))],
            Download = Download(post),
            Images = [.. post.Images.Select((image, i) => Image(post, image.Clip, $"image{i}"))],
            WebpImages = post
                .Images.Index()
                .Where(image => image.Item.WebpClip is not null)
                .ToDictionary(image => image.Index, image => Image(post, image.Item.WebpClip!, $"webp{image.Index}")),
            Cover = post.Cover is { } cover ? Image(post, cover, "cover") : null,
            Sound = post.Sound is { Clip: { } clip } sound ? Sound(post, sound, clip) : null,
            Subtitles = [.. post.Subtitles.Select((subtitle, i) => Subtitle(post, subtitle, i))],
        };

    public MediaAsset Avatar(SandboxCreator creator, string clip)
    {
        var file = shelf.Find(clip);
        return new(sampler.Token($"{creator.Id}/avatar/{clip}"), MediaKind.Image, file.ContentType, file.Body)
        {
            Width = file.Width,
            Height = file.Height,
        };
    }

    private MediaAsset Video(SandboxPost post, SandboxRendition rendition, int index)
    {
        var clip = shelf.Find(rendition.Clip);
        return new(
            sampler.Token($"{post.Id}/video{index}/{rendition.Clip}/{rendition.SizeBytes}"),
            MediaKind.Video,
            clip.ContentType,
            rendition.SizeBytes is { } size ? PaddedClip.Create(ClipLibrary.Bytes(rendition.Clip), size) : clip.Body
        )
        {
            PostId = post.Id,
            FirstMirrorDead = post.FirstMirrorDead,
            Width = clip.Width,
            Height = clip.Height,
            DurationMs = clip.DurationMs,
            FileHash = rendition.SizeBytes is null ? clip.Hash : "",
        };
    }

    private MediaAsset? Download(SandboxPost post)
    {
        if (
            !post.DownloadAllowed
            || post.Renditions is not [var first, ..]
            || first.SizeBytes is not null
            || shelf.IsUploaded(first.Clip)
        )
        {
            return null;
        }

        var clip = ClipLibrary.Bytes(first.Clip);
        return new(
            sampler.Token($"{post.Id}/download"),
            MediaKind.Video,
            "video/mp4",
            PaddedClip.Create(clip, clip.Length + WatermarkBytes)
        )
        {
            PostId = post.Id,
        };
    }

    private MediaAsset Image(SandboxPost post, string clip, string name)
    {
        var file = shelf.Find(clip);
        return new(sampler.Token($"{post.Id}/{name}/{clip}"), MediaKind.Image, file.ContentType, file.Body)
        {
            PostId = post.Id,
            Width = file.Width,
            Height = file.Height,
        };
    }

    private MediaAsset Sound(SandboxPost post, SandboxSound sound, string clip)
    {
        var file = shelf.Find(clip);
        return new(sampler.Token($"{post.Id}/sound/{clip}"), MediaKind.Audio, file.ContentType, file.Body)
        {
            PostId = post.Id,
            Unsigned = sound.FromLibrary,
            DurationMs = file.DurationMs,
        };
    }

    private MediaAsset Subtitle(SandboxPost post, SandboxSubtitle subtitle, int index) =>
        new(
            sampler.Token($"{post.Id}/subtitle{index}/{subtitle.Language}"),
            MediaKind.Subtitle,
            subtitle.Format is "creator_caption" ? "application/json" : "text/vtt",
            SegmentedBody.Of(Encoding.UTF8.GetBytes(subtitle.Text))
        )
        {
            PostId = post.Id,
        };
}
