using Clipyard.Creators;
using Clipyard.Failures;
using Clipyard.Pages.Payloads;
using Clipyard.Videos;

namespace Clipyard.Pages.Conversion;

/// <summary>Turns what a page says, its status included, into a <see cref="PageContent"/>.</summary>
internal static class ContentConversion
{
    /// <summary>What a page says about one post; null when it says nothing.</summary>
    public static PageContent? ToContent(this DetailPayload outer)
    {
        var detail = outer.VideoDetail ?? outer;
        var item = detail.ItemInfo?.ItemStruct ?? detail.ItemStruct;
        var message = Values.Text(detail.StatusMsg) ?? Values.Text(detail.StatusMessage);
        if (item?.ToVideo() is { } video)
        {
            return ToContent(video, detail.StatusCode, message);
        }

        return detail.StatusCode is { } status ? Failed(status, message, isProfile: false) : null;
    }

    /// <summary>A post, unless TikTok holds back everything that makes it one.</summary>
    public static PageContent ToContent(VideoInfo video, long? status, string? message) =>
        video is { IsAgeRestricted: true, Renditions: [], Images: [] }
            ? new PageContent
            {
                StatusCode = ToInt(status),
                StatusMessage = message,
                Failure = FailureCatalogue.AgeRestricted,
            }
            : new PageContent
            {
                Video = video,
                StatusCode = ToInt(status),
                StatusMessage = message,
            };

    /// <summary>What a page says about one creator; null when it says nothing.</summary>
    public static PageContent? ToContent(this UserDetailPayload detail)
    {
        var creator = detail.UserInfo?.ToCreator();
        // Private accounts that do show their posts are seen with this status, too: then the profile is right.
        var isHidden = detail.StatusCode is not (null or 0) && creator?.Videos is not > 0;
        if (creator is not null && !isHidden)
        {
            return new PageContent
            {
                Creator = creator,
                StatusCode = ToInt(detail.StatusCode),
                StatusMessage = Values.Text(detail.StatusMsg),
            };
        }

        return detail.StatusCode is { } status ? Failed(status, Values.Text(detail.StatusMsg), isProfile: true) : null;
    }

    /// <summary>A status without anything else. Success without a post is a page that we do not understand.</summary>
    public static PageContent Failed(long status, string? message, bool isProfile) =>
        new()
        {
            StatusCode = ToInt(status),
            StatusMessage = message,
            Failure = PageFailures.For(ToInt(status), message, isProfile) ?? FailureCatalogue.PageChanged,
        };

    public static Creator? ToCreator(this UserInfoPayload info)
    {
        if (info.User is not { } user || Values.Text(user.UniqueId) is not { } username)
        {
            return null;
        }

        var exact = info.StatsV2;
        var rounded = info.Stats;
        return new Creator
        {
            Username = username,
            Nickname = Values.Text(user.Nickname),
            Id = Values.Text(user.Id),
            SecUid = Values.Text(user.SecUid),
            Bio = user.Signature,
            BioLink = Values.Text(user.BioLink?.Link),
            AvatarUrl = MediaAddress.First([
                user.AvatarLarger,
                user.AvatarMedium,
                user.AvatarThumb,
                user.AvatarThumbUrl,
            ]),
            Followers = Values.Count(exact?.FollowerCount ?? rounded?.FollowerCount ?? user.FollowerCount),
            Following = Values.Count(exact?.FollowingCount ?? rounded?.FollowingCount ?? user.FollowingCount),
            Likes = Values.Count(LikesOf(exact) ?? LikesOf(rounded) ?? user.HeartCount),
            Videos = Values.Count(exact?.VideoCount ?? rounded?.VideoCount),
            ExactCounts =
                exact is { FollowerCount: >= 0, FollowingCount: >= 0, VideoCount: >= 0 } && LikesOf(exact) >= 0,
            IsVerified = user.Verified,
            IsPrivate = user.PrivateAccount ?? user.Secret,
            CreatedAt = MediaAddress.FromUnix(user.CreateTime),
        };
    }

    public static int ToInt(long status) => (int)Math.Clamp(status, int.MinValue, int.MaxValue);

    private static int? ToInt(long? status) => status is { } value ? ToInt(value) : null;

    // heart overflowed 32 bits for large accounts in other people's captures; heartCount did not.
    private static long? LikesOf(UserStatsPayload? stats) => stats?.HeartCount ?? stats?.Heart;
}
