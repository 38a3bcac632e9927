using System.Globalization;
using Clipyard.Cli.Progress;
using Clipyard.Creators;
using Clipyard.Videos;

namespace Clipyard.Cli;

/// <summary>Puts posts and profiles into words for people.</summary>
internal static class PostText
{
    private const int CaptionCharacters = 60;

    /// <summary>For progress lines: <c>sunny.garden/7676039855859302657</c>.</summary>
    public static string ShortName(VideoInfo video) =>
        video.Author?.Username is { } name ? $"{Printable.Line(name)}/{video.Id}" : video.Id.Value;

    /// <summary>For lists: id, date, kind, plays, caption.</summary>
    public static string ListLine(VideoInfo video)
    {
        var kind = video.Kind is PostKind.Photo ? "photo" : "video";
        var caption = Printable.Line(video.Caption, CaptionCharacters);
        return $"{video.Id, -19}  {Date(video)}  {kind}  {Number(video.Counts.Plays), 13}  {caption}".TrimEnd();
    }

    /// <summary>A post over several lines.</summary>
    public static IEnumerable<string> Lines(VideoInfo video)
    {
        yield return Printable.Line(video.Caption) is { Length: > 0 } caption ? caption : "(no caption)";
        yield return Row("id", video.Id.Value);
        yield return Row("url", video.Url);
        yield return Row("kind", video.Kind is PostKind.Photo ? $"photo, {video.Images.Count} pictures" : "video");
        yield return Row("by", By(video.Author));
        yield return Row(
            "posted",
            video.CreatedAt is { } time ? $"{time.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC" : "unknown"
        );
        if (video.Kind is PostKind.Video)
        {
            yield return Row("length", Length(video));
        }

        yield return Row("counts", Counts(video.Counts));
        if (video.Music is { } music)
        {
            yield return Row("sound", string.Join(" - ", new[] { music.Title, music.AuthorName }.OfType<string>()));
        }

        foreach (var line in Formats(video.Renditions))
        {
            yield return line;
        }

        if (video.Subtitles.Count > 0)
        {
            yield return Row(
                "subtitles",
                string.Join(", ", video.Subtitles.Select(track => $"{track.Language} ({track.Source})"))
            );
        }
    }

    /// <summary>A profile over several lines.</summary>
    public static IEnumerable<string> Lines(Creator creator)
    {
        yield return Printable.Line(creator.Nickname ?? creator.Username);
        yield return Row("username", creator.Username);
        yield return Row("url", creator.Url);
        yield return Row("id", creator.Id ?? "unknown");
        yield return Row("about", creator.Bio ?? "");
        yield return Row("link", creator.BioLink ?? "");
        yield return Row(
            "counts",
            $"{Number(creator.Followers)} followers, {Number(creator.Following)} following, "
                + $"{Number(creator.Likes)} likes, {Number(creator.Videos)} posts"
        );
        yield return Row("account", Flags(creator));
    }

    private static IEnumerable<string> Formats(IReadOnlyList<Rendition> renditions)
    {
        var title = "formats";
        foreach (var rendition in renditions)
        {
            var size = rendition is { WidthPixels: { } width, HeightPixels: { } height } ? $"{width}x{height}" : "";
            var bytes = rendition.SizeBytes is { } length ? TransferText.Size(length) : "";
            var notes = (rendition.HasAudio ? "" : " without sound") + (rendition.HasWatermark ? " watermark" : "");
            var codec = rendition.Codec.ToString().ToLowerInvariant();
            yield return Row(title, $"{rendition.FormatId, -24} {size, 9}  {codec, -7}  {bytes, 9}{notes}");
            title = "";
        }
    }

    private static string Row(string title, string text) => $"  {title, -10}{Printable.Line(text)}".TrimEnd();

    private static string By(Author? author) =>
        author is null
            ? "unknown"
            : $"{author.Nickname} (@{author.Username}){(author.IsVerified is true ? ", verified" : "")}";

    private static string Length(VideoInfo video)
    {
        var length = video.Duration is { } duration ? TransferText.Duration(duration) : "unknown";
        return video is { WidthPixels: { } width, HeightPixels: { } height } ? $"{length}, {width}x{height}" : length;
    }

    private static string Counts(PostCounts counts) =>
        $"{Number(counts.Plays)} plays, {Number(counts.Likes)} likes, {Number(counts.Comments)} comments, "
        + $"{Number(counts.Shares)} shares, {Number(counts.Saves)} saves{(counts.Exact ? "" : " (rounded)")}";

    private static string Flags(Creator creator)
    {
        var visibility = creator.IsPrivate switch
        {
            true => "private",
            false => "public",
            null => "unknown",
        };
        return creator.IsVerified is true ? $"{visibility}, verified" : visibility;
    }

    private static string Date(VideoInfo video) =>
        (video.CreatedAt ?? video.Id.EmbeddedTime)?.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        ?? "unknown   ";

    private static string Number(long? number) => number?.ToString("N0", CultureInfo.InvariantCulture) ?? "?";
}
