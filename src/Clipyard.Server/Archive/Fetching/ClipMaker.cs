using System.Globalization;
using Clipyard.Downloads;
using Clipyard.Media.Probing;
using Clipyard.Server.Archive.Provenance;
using Clipyard.Server.Storage;
using Clipyard.Videos;

namespace Clipyard.Server.Archive.Fetching;

/// <summary>Writes down what the library fetched: the clip's row, its files, and where they came from.</summary>
internal static class ClipMaker
{
    /// <summary>Fills everything but the owner's side: student, chain, id.</summary>
    public static void Describe(Clip clip, FetchedPost fetched)
    {
        var (video, files) = (fetched.Result.Video, fetched.Result.Files);
        clip.Username = fetched.Names.Username;
        clip.VideoUrl = video.Url;
        clip.Kind = KindOf(files[0]);
        clip.Caption = video.Caption;
        clip.DurationMs = (long?)(fetched.Result.Probe?.Duration ?? video.Duration)?.TotalMilliseconds;
        clip.PostedAt = PostChoice.PostedAt(video) ?? fetched.FetchedAt;
        clip.StoredAt = fetched.FetchedAt;
        clip.SizeBytes = files.Where(file => file.Part.Kind != MediaPartKind.Cover).Sum(file => file.SizeBytes);
        clip.Sha256 = HashOf(files[0]);
        clip.Generation = fetched.Names.Generation;
        clip.Files =
        [
            .. files.Select(
                (file, position) =>
                    new ClipFile
                    {
                        OwnerId = clip.OwnerId,
                        ClipId = clip.Id,
                        Position = position,
                        Object = file.Path,
                        ContentType = MediaTypes.Of(file.Path),
                        SizeBytes = file.SizeBytes,
                        Sha256 = HashOf(file),
                    }
            ),
        ];
    }

    public static ProvenanceFacts Facts(FetchedPost fetched) =>
        new()
        {
            SourceUrl = fetched.SourceUrl,
            FetchedAt = fetched.FetchedAt,
            ResponseHeaders = fetched.Result.Files[0].ResponseHeaders,
            Rendition = fetched.Result.Rendition?.FormatId,
            Probe = Probe(fetched.Result.Probe),
            Origin = "download",
        };

    private static Dictionary<string, string> Probe(MediaInfo? info)
    {
        var probe = new Dictionary<string, string>(StringComparer.Ordinal);
        if (info is null)
        {
            return probe;
        }

        Add(probe, "container", info.Container.ToString().ToLowerInvariant());
        Add(probe, "brand", info.MajorBrand.Trim());
        Add(probe, "duration_ms", (long?)info.Duration?.TotalMilliseconds);
        Add(probe, "video_codec", info.Video?.Codec);
        Add(probe, "width", info.Video?.DisplayWidth);
        Add(probe, "height", info.Video?.DisplayHeight);
        Add(probe, "audio_codec", info.Audio?.Codec);
        return probe;
    }

    private static void Add(Dictionary<string, string> probe, string name, IConvertible? value)
    {
        if (value is not null)
        {
            probe[name] = value.ToString(CultureInfo.InvariantCulture);
        }
    }

    private static ClipKind KindOf(DownloadedFile first) =>
        first.Part.Kind switch
        {
            MediaPartKind.Image => ClipKind.Photo,
            MediaPartKind.Audio => ClipKind.Audio,
            _ => ClipKind.Video,
        };

    private static string HashOf(DownloadedFile file) =>
        file.Sha256 ?? throw new InvalidOperationException("A file that was fetched has a hash.");
}
