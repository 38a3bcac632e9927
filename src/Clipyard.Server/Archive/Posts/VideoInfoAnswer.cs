using Clipyard.Videos;

namespace Clipyard.Server.Archive.Posts;

/// <summary>What TikTok shows of a post. Absent is null or empty, never made up.</summary>
internal sealed record VideoInfoAnswer
{
    /// <summary><c>video</c> or <c>photo</c>.</summary>
    public required string Kind { get; init; }

    public required string Id { get; init; }

    /// <summary>Its canonical address.</summary>
    public required string Url { get; init; }

    public required string Caption { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public AuthorAnswer? Author { get; init; }

    public long? DurationMs { get; init; }

    public int? Width { get; init; }

    public int? Height { get; init; }

    public required CountsAnswer Counts { get; init; }

    public required IReadOnlyList<Hashtag> Hashtags { get; init; }

    public required IReadOnlyList<Mention> Mentions { get; init; }

    public MusicAnswer? Music { get; init; }

    /// <summary>Still pictures, best first; their addresses lapse after about two days.</summary>
    public required IReadOnlyList<string> Covers { get; init; }

    /// <summary>Every rendition, best first.</summary>
    public required IReadOnlyList<FormatAnswer> Formats { get; init; }

    public required IReadOnlyList<ImageAnswer> Images { get; init; }

    public required IReadOnlyList<SubtitleAnswer> Subtitles { get; init; }

    public static VideoInfoAnswer From(VideoInfo video) =>
        new()
        {
            Kind = video.Kind == PostKind.Photo ? "photo" : "video",
            Id = video.Id.Value,
            Url = video.Url,
            Caption = video.Caption,
            CreatedAt = video.CreatedAt,
            Author = video.Author is { } author
                ? new AuthorAnswer(
                    author.Id,
                    author.Username,
                    author.Nickname,
                    author.SecUid,
                    author.IsVerified,
                    author.AvatarUrl
                )
                : null,
            DurationMs = (long?)video.Duration?.TotalMilliseconds,
            Width = video.WidthPixels,
            Height = video.HeightPixels,
            Counts = new CountsAnswer(
                video.Counts.Plays,
                video.Counts.Likes,
                video.Counts.Comments,
                video.Counts.Shares,
                video.Counts.Saves,
                video.Counts.Exact
            ),
            Hashtags = video.Hashtags,
            Mentions = video.Mentions,
            Music = video.Music is { } music
                ? new MusicAnswer(
                    music.Id,
                    music.Title,
                    music.AuthorName,
                    (long?)music.Duration?.TotalMilliseconds,
                    music.Url
                )
                : null,
            Covers = video.Covers,
            Formats = [.. video.Renditions.Select(FormatAnswer.From)],
            Images =
            [
                .. video.Images.Select(image => new ImageAnswer(
                    image.WidthPixels,
                    image.HeightPixels,
                    image.Urls.Count > 0 ? image.Urls[0] : null
                )),
            ],
            Subtitles =
            [
                .. video.Subtitles.Select(track => new SubtitleAnswer(
                    track.Language,
                    track.Source,
                    track.Format,
                    track.Url
                )),
            ],
        };
}
