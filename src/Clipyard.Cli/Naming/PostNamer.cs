using System.Collections.Concurrent;
using Clipyard.Cli.Templates;
using Clipyard.Downloads;
using Clipyard.Links;
using Clipyard.Videos;

namespace Clipyard.Cli.Naming;

/// <summary>Names the files of the posts of one run. No two posts share a name, whatever the template says.</summary>
internal sealed class PostNamer(OutputTemplate template, QualityChoice quality)
{
    private const int MaxLanguageBytes = 24;

    private readonly ConcurrentDictionary<string, VideoId> _owners = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<VideoId, PostNumber> _numbers = [];
    private long _count;

    /// <summary>Gives a post its numbers; it must be the first call for a post.</summary>
    /// <param name="id">The post.</param>
    /// <param name="playlistIndex">Its number in its creator's list; null when it came from no list.</param>
    public void Number(VideoId id, long? playlistIndex) =>
        _numbers.TryAdd(id, new PostNumber(Interlocked.Increment(ref _count), playlistIndex));

    /// <summary>The path of one file below the download folder, with <c>/</c> between folders.</summary>
    public string PathOf(MediaPart part)
    {
        var index = part.Kind is MediaPartKind.Image ? part.Index : 0;
        var suffix = part.Kind switch
        {
            MediaPartKind.Image when !template.NamesIndex => $"-{part.Index:00}",
            MediaPartKind.Cover => ".cover",
            MediaPartKind.Subtitle => "." + FileNames.Cut(FileNames.Value(part.Suffix), MaxLanguageBytes),
            _ => "",
        };
        return StemOf(part.Video, index, part.Extension) + suffix + "." + part.Extension;
    }

    /// <summary>The path of the post's <c>.info.json</c>.</summary>
    public string InfoPathOf(VideoInfo video) => StemOf(video, 0, "info.json") + ".info.json";

    private string StemOf(VideoInfo video, int index, string extension)
    {
        var number = _numbers.GetOrAdd(video.Id, _ => new PostNumber(Interlocked.Increment(ref _count), null));
        var subject = new TemplateSubject(video)
        {
            AutoNumber = number.Auto,
            PlaylistIndex = number.InList,
            Quality = Options.ValueParsers.Name(quality),
        };

        // The name without index and extension decides whether another post has it already.
        var owner = _owners.GetOrAdd(template.RenderStem(subject), video.Id);
        var stem = template.RenderStem(subject with { Index = index, Extension = extension });
        return owner == video.Id ? stem : $"{stem}-{video.Id}";
    }
}
