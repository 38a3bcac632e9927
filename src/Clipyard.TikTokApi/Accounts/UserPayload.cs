using System.Text.Json.Serialization;

namespace Clipyard.TikTokApi.Accounts;

internal sealed class UserPayload
{
    public string? OpenId { get; init; }

    public string? UnionId { get; init; }

    public string? AvatarUrl { get; init; }

    [JsonPropertyName("avatar_url_100")]
    public string? AvatarUrl100 { get; init; }

    public string? AvatarLargeUrl { get; init; }

    public string? DisplayName { get; init; }

    public string? BioDescription { get; init; }

    public string? ProfileDeepLink { get; init; }

    public string? ProfileWebLink { get; init; }

    public bool? IsVerified { get; init; }

    public string? Username { get; init; }

    public long? FollowerCount { get; init; }

    public long? FollowingCount { get; init; }

    public long? LikesCount { get; init; }

    public long? VideoCount { get; init; }

    public UserInfo ToUserInfo() =>
        new()
        {
            OpenId = OpenId,
            UnionId = UnionId,
            AvatarUrl = AvatarUrl,
            AvatarUrl100 = AvatarUrl100,
            AvatarLargeUrl = AvatarLargeUrl,
            DisplayName = DisplayName,
            BioDescription = BioDescription,
            ProfileDeepLink = ProfileDeepLink,
            ProfileWebLink = ProfileWebLink,
            IsVerified = IsVerified,
            Username = Username,
            FollowerCount = FollowerCount,
            FollowingCount = FollowingCount,
            LikesCount = LikesCount,
            VideoCount = VideoCount,
        };
}
