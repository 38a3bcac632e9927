using Clipyard.Links;
using Clipyard.Pages.Payloads;
using Clipyard.Videos;

namespace Clipyard.Pages.Conversion;

/// <summary>Turns a post as TikTok writes it into ours.</summary>
internal static class ItemConversion
{
    /// <summary>The post; null when it has no id, which makes it nobody's post.</summary>
    public static VideoInfo? ToVideo(this ItemPayload item)
    {
        if (!VideoId.TryParse(item.Id, out var id))
        {
            return null;
        }

        var isPhoto = item.ImagePost is not null;
        var media = item.Video;
        var author = AuthorOf(item);
        var caption = item.Desc ?? "";

        return new VideoInfo
        {
            Id = id,
            Kind = isPhoto ? PostKind.Photo : PostKind.Video,
            Url = AddressOf(id, author?.Username, isPhoto),
            Caption = caption,
            CreatedAt = MediaAddress.FromUnix(item.CreateTime),
            Duration = isPhoto ? null : Values.Seconds(media?.Duration),
            WidthPixels = isPhoto ? null : Values.Pixels(media?.Width),
            HeightPixels = isPhoto ? null : Values.Pixels(media?.Height),
            Author = author,
            Counts = CountsOf(item),
            Hashtags = CaptionLinks.Hashtags(caption, item.TextExtra),
            Mentions = CaptionLinks.Mentions(caption, item.TextExtra),
            Music = MusicOf(item.Music),
            Covers = CoversOf(item),
            Renditions = isPhoto || media is null ? [] : RenditionConversion.ToRenditions(media),
            Images = ImagesOf(item.ImagePost),
            Subtitles = SubtitlesOf(media?.SubtitleInfos),
            IsAd = item.IsAd is true,
            IsPrivate = item.PrivateItem is true || item.Secret is true || item.ForFriend is true,
            IsAgeRestricted = item.IsContentClassified is true,
            IsPinned = item.IsPinnedItem is true,
        };
    }

    public static string AddressOf(VideoId id, string? username, bool isPhoto) =>
        isPhoto ? new TikTokLink.Photo(id, username).CanonicalUrl : new TikTokLink.Video(id, username).CanonicalUrl;

    private static Author? AuthorOf(ItemPayload item)
    {
        var author = item.Author;
        var id = Values.Text(author?.Id) ?? Values.Text(item.AuthorId);
        var username = Values.Text(author?.UniqueId);
        var secUid = Values.Text(author?.SecUid) ?? Values.Text(item.AuthorSecId);
        if (id is null && username is null && secUid is null)
        {
            return null;
        }

        return new Author(
            id,
            username,
            Values.Text(author?.Nickname) ?? Values.Text(author?.NickName) ?? Values.Text(item.Nickname),
            secUid,
            author?.Verified,
            MediaAddress.First([author?.AvatarLarger, author?.AvatarMedium, author?.AvatarThumb])
        );
    }

    private static PostCounts CountsOf(ItemPayload item)
    {
        var exact = item.StatsV2;
        var rounded = item.Stats;
        var counts = new PostCounts
        {
            Plays = Values.Count(exact?.PlayCount) ?? Values.Count(rounded?.PlayCount),
            Likes = Values.Count(exact?.DiggCount) ?? Values.Count(rounded?.DiggCount),
            Comments = Values.Count(exact?.CommentCount) ?? Values.Count(rounded?.CommentCount),
            Shares = Values.Count(exact?.ShareCount) ?? Values.Count(rounded?.ShareCount),
            Saves = Values.Count(exact?.CollectCount) ?? Values.Count(rounded?.CollectCount),
        };

        var isExact =
            exact is { PlayCount: >= 0, DiggCount: >= 0, CommentCount: >= 0, ShareCount: >= 0 }
            && (exact.CollectCount is >= 0 || counts.Saves is null);
        return counts with { Exact = isExact };
    }

    private static Music? MusicOf(MusicPayload? music)
    {
        var id = Values.Text(music?.Id);
        var title = Values.Text(music?.Title);
        var url = MediaAddress.First(music?.PlayUrl);
        return id is null && title is null && url is null
            ? null
            : new Music(id, title, Values.Text(music?.AuthorName), Values.Seconds(music?.Duration), url);
    }

    // Not dynamicCover: that one moves.
    private static IReadOnlyList<string> CoversOf(ItemPayload item)
    {
        var media = item.Video;
        var zoom = media?.ZoomCover;
        IEnumerable<string?> covers =
        [
            media?.OriginCover,
            media?.Cover,
            .. item.ImagePost?.Cover?.ImageUrl?.UrlList ?? [],
            media?.ReflowCover,
            zoom?.W960,
            zoom?.W720,
            zoom?.W480,
            zoom?.W240,
            .. media?.ShareCover ?? [],
        ];
        return [.. covers.Where(MediaAddress.IsUsable).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    private static IReadOnlyList<PostImage> ImagesOf(ImagePostPayload? post) =>
        [
            .. from image in post?.Images ?? []
            let urls = MediaAddress.Rank(image.ImageUrl?.UrlList) // empty: a picture that cannot be had is not hidden
            select new PostImage(
                Values.Pixels(image.ImageWidth),
                Values.Pixels(image.ImageHeight),
                [.. urls.OrderBy(url => IsJpeg(url) ? 0 : 1)]
            ),
        ];

    private static bool IsJpeg(string url) =>
        url.Contains(".jpeg", StringComparison.OrdinalIgnoreCase)
        || url.Contains(".jpg", StringComparison.OrdinalIgnoreCase);

    private static IReadOnlyList<Subtitle> SubtitlesOf(List<SubtitlePayload>? tracks) =>
        [
            .. from track in tracks ?? []
            where MediaAddress.IsUsable(track.Url)
            select new Subtitle(
                Values.Text(track.Language) ?? Values.UndeterminedLanguage,
                Values.Text(track.Source),
                Values.Text(track.Format),
                track.Url!,
                MediaAddress.FromUnix(track.UrlExpire) ?? MediaAddress.ExpiryOf(track.Url!)
            ),
        ];
}
