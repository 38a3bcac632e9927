using Clipyard.Creators;
using Clipyard.Downloads;
using Clipyard.Failures;
using Clipyard.Pages;
using Clipyard.Videos;

namespace Clipyard.Cli.Documents;

/// <summary>Turns what the library knows into what the program prints.</summary>
internal static class Describe
{
    public static string Kind(VideoInfo video) => video.Kind is PostKind.Photo ? "photo" : "video";

    public static InfoDocument Post(VideoInfo video) =>
        new()
        {
            Kind = Kind(video),
            Id = video.Id.Value,
            Url = video.Url,
            Caption = video.Caption,
            CreatedAt = video.CreatedAt,
            Author = video.Author is { } author
                ? new AuthorDocument(author.Id, author.Username, author.Nickname, author.SecUid, author.IsVerified)
                : null,
            DurationMs = Milliseconds(video.Duration),
            Width = video.WidthPixels,
            Height = video.HeightPixels,
            Counts = Counts(video.Counts),
            Hashtags = [.. video.Hashtags.Select(tag => new HashtagDocument(tag.Name, tag.Start, tag.End))],
            Mentions = [.. video.Mentions.Select(who => new MentionDocument(who.Username, who.Start, who.End))],
            Music = video.Music is { } music
                ? new MusicDocument(music.Id, music.Title, music.AuthorName, Milliseconds(music.Duration), music.Url)
                : null,
            Covers = video.Covers,
            Formats = [.. video.Renditions.Select(Format)],
            Images =
            [
                .. video.Images.Select(image => new ImageDocument(
                    image.WidthPixels,
                    image.HeightPixels,
                    image.Urls is [var first, ..] ? first : null
                )),
            ],
            Subtitles =
            [
                .. video.Subtitles.Select(track => new SubtitleDocument(
                    track.Language,
                    track.Source,
                    track.Format,
                    track.Url
                )),
            ],
        };

    public static InfoDocument Profile(Creator creator) =>
        new()
        {
            Kind = "profile",
            Url = creator.Url,
            Profile = new ProfileDocument(
                creator.Username,
                creator.Nickname,
                creator.Id,
                creator.SecUid,
                creator.Bio,
                creator.Followers,
                creator.Following,
                creator.Likes,
                creator.Videos,
                creator.IsVerified,
                creator.IsPrivate
            ),
        };

    /// <summary>What a page holds: its post; else its profile and the posts it lists; else why there is nothing.</summary>
    public static IReadOnlyList<InfoDocument> Page(PageContent page)
    {
        if (page.Video is { } video)
        {
            return [Post(video)];
        }

        IReadOnlyList<InfoDocument> found =
        [
            .. page.Creator is { } creator ? [Profile(creator)] : Array.Empty<InfoDocument>(),
            .. page.Posts.Select(Post),
        ];
        return found.Count > 0 ? found : [Nothing(page)];
    }

    public static FailureDocument Failure(ClipyardException error) =>
        new(
            error.Code,
            error.Message,
            string.Join(' ', error.Remedies),
            error.IsTransient,
            Milliseconds(error.RetryAfter)
        );

    public static FileDocument File(DownloadedFile file) =>
        new(
            file.Path,
            file.Part.Kind.ToString().ToLowerInvariant(),
            file.SizeBytes,
            file.Sha256,
            file.Resumed,
            file.AlreadyThere
        );

    public static FormatDocument Format(Rendition rendition) =>
        new(
            rendition.FormatId,
            rendition.QualityLabel,
            rendition.Container,
            Codec(rendition.Codec),
            rendition.WidthPixels,
            rendition.HeightPixels,
            rendition.BitsPerSecond,
            rendition.SizeBytes,
            rendition.HasAudio,
            rendition.HasWatermark,
            rendition.Urls,
            rendition.ExpiresAt
        );

    public static DownloadDocument Download(DownloadResult result) =>
        Skipped(result.Video, null) with
        {
            Files = [.. result.Files.Select(File)],
            Format = result.Rendition is { } rendition ? Format(rendition) : null,
            Fallback = result.Fallback is { } fallback
                ? new FallbackDocument(fallback.Wanted?.FormatId, fallback.Taken.FormatId, fallback.Reason.Code)
                : null,
            ElapsedMs = Milliseconds(result.Elapsed),
        };

    /// <summary>A post that is not downloaded.</summary>
    /// <param name="video">The post.</param>
    /// <param name="reason">Why: <c>archive</c>, <c>date</c> or <c>simulate</c>.</param>
    public static DownloadDocument Skipped(VideoInfo video, string? reason) =>
        new(video.Url, video.Id.Value, Kind(video), video.Author?.Username, [], null, null, null, reason);

    private static InfoDocument Nothing(PageContent page) =>
        new()
        {
            Kind = "none",
            Url = page.CanonicalUrl,
            Status = new StatusDocument(page.StatusCode, page.Failure?.Code, page.StatusMessage),
        };

    private static CountsDocument Counts(PostCounts counts) =>
        new(counts.Plays, counts.Likes, counts.Comments, counts.Shares, counts.Saves, counts.Exact);

    private static string? Codec(VideoCodec codec) =>
        codec switch
        {
            VideoCodec.H264 => "h264",
            VideoCodec.H265 => "h265",
            VideoCodec.ByteVc2 => "bytevc2",
            _ => null,
        };

    private static long? Milliseconds(TimeSpan? span) => (long?)span?.TotalMilliseconds;
}
