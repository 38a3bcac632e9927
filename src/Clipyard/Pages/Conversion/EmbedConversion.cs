using Clipyard.Pages.Payloads;
using Clipyard.Videos;

namespace Clipyard.Pages.Conversion;

/// <summary>Embed pages: <c>/embed/v2/ID</c> and <c>/embed/@name</c>.</summary>
internal static class EmbedConversion
{
    public static PageContent? ToContent(this EmbedStatePayload state) =>
        state
            .Source?.Data?.Where(entry => entry.Key.StartsWith("/embed/", StringComparison.Ordinal))
            .Select(entry => ToContent(entry.Value))
            .FirstOrDefault(content => content is not null);

    private static PageContent? ToContent(EmbedPayload page)
    {
        var isError = page.IsError is true || page.VideoData?.IsError is true;
        if ((page.ErrorCode ?? page.VideoData?.ErrorCode) is { } status && isError)
        {
            return ContentConversion.Failed(status, message: null, isProfile: page.UserInfo is not null);
        }

        if (page.VideoData is { } data && ToItem(data).ToVideo() is { } video)
        {
            return new PageContent { Video = video };
        }

        return page.UserInfo is { } user && new UserInfoPayload { User = user }.ToCreator() is { } creator
            ? new PageContent { Creator = creator, Posts = PostsOf(page, user) }
            : null;
    }

    private static IReadOnlyList<VideoInfo> PostsOf(EmbedPayload page, UserPayload user) =>
        [.. (page.VideoList ?? []).Select(listed => ToItem(listed, user).ToVideo()).OfType<VideoInfo>()];

    private static ItemPayload ToItem(EmbedListedPayload listed, UserPayload user) =>
        new()
        {
            Id = listed.Id,
            Desc = listed.Desc,
            Author = new AuthorPayload
            {
                Id = user.Id,
                UniqueId = user.UniqueId,
                Nickname = user.Nickname,
                Verified = user.Verified,
                AvatarThumb = user.AvatarThumbUrl,
            },
            Stats = new StatsPayload { PlayCount = listed.PlayCount },
            Video = new MediaPayload { OriginCover = listed.OriginCoverUrl, Cover = listed.CoverUrl },
        };

    private static ItemPayload ToItem(EmbedVideoPayload data)
    {
        var item = data.ItemInfos;
        var meta = item?.Video?.VideoMeta;
        return new ItemPayload
        {
            Id = item?.Id,
            Desc = item?.Text,
            CreateTime = item?.CreateTime,
            Author = data.AuthorInfos,
            IsAd = item?.IsAd,
            Stats = new StatsPayload
            {
                PlayCount = item?.PlayCount,
                DiggCount = item?.DiggCount,
                CommentCount = item?.CommentCount,
                ShareCount = item?.ShareCount,
            },
            Video = new MediaPayload
            {
                Width = meta?.Width,
                Height = meta?.Height,
                Duration = meta?.Duration,
                PlayAddr = item?.Video?.Urls,
                ShareCover = item?.Covers,
            },
            Music = MusicOf(data.MusicInfos),
            ImagePost = ImagesOf(data.ImagePostInfo),
        };
    }

    private static MusicPayload? MusicOf(EmbedMusicPayload? music) =>
        music is null
            ? null
            : new MusicPayload
            {
                Id = music.MusicId,
                Title = music.MusicName,
                AuthorName = music.AuthorName,
                PlayUrl = music.PlayUrl,
            };

    private static ImagePostPayload? ImagesOf(EmbedImagesPayload? post) =>
        post?.DisplayImages is { Count: > 0 } images
            ? new ImagePostPayload
            {
                Images =
                [
                    .. images.Select(image => new ImagePayload
                    {
                        ImageUrl = new ImageUrlPayload { UrlList = image.UrlList },
                        ImageWidth = image.Width,
                        ImageHeight = image.Height,
                    }),
                ],
            }
            : null;
}
