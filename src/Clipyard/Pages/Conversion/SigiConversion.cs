using Clipyard.Links;
using Clipyard.Pages.Payloads;
using Clipyard.Videos;

namespace Clipyard.Pages.Conversion;

/// <summary>Pages of 2021 to 2023.</summary>
internal static class SigiConversion
{
    public static PageContent? ToContent(this SigiPayload state)
    {
        var posts = NextDataConversion.ToPosts(state.ItemModule?.Values);
        var content = PostOf(state, posts) ?? CreatorOf(state, posts) ?? StatusOf(state);
        return content is null ? null : content with { CanonicalUrl = MediaAddress.First([state.Seo?.Canonical]) };
    }

    // The map may hold other posts beside the page's own. One that is not named is only the page's when it is alone.
    private static PageContent? PostOf(SigiPayload state, IReadOnlyList<VideoInfo> posts)
    {
        if (state.UserPage is not null && state.VideoPage is null)
        {
            return null;
        }

        var named = NamedPost(state);
        var post = named is null
            ? posts is [var only]
                ? only
                : null
            : posts.FirstOrDefault(candidate => string.Equals(candidate.Id.Value, named, StringComparison.Ordinal));
        return post is null
            ? null
            : ContentConversion.ToContent(post, state.VideoPage?.StatusCode, Values.Text(state.VideoPage?.StatusMsg));
    }

    private static string? NamedPost(SigiPayload state) =>
        Values.Text(state.VideoPage?.ItemId)
        ?? (
            TikTokLink.TryParse(state.Seo?.Canonical, out var link)
                ? (link as TikTokLink.Video)?.Id.Value ?? (link as TikTokLink.Photo)?.Id.Value
                : null
        );

    private static PageContent? CreatorOf(SigiPayload state, IReadOnlyList<VideoInfo> posts)
    {
        if (state.VideoPage is not null || state.UserModule?.Users is not { Count: 1 } users)
        {
            return posts.Count > 0 && state.VideoPage is null ? new PageContent { Posts = posts } : null;
        }

        var (name, user) = users.First();
        var detail = new UserDetailPayload
        {
            StatusCode = state.UserPage?.StatusCode,
            StatusMsg = state.UserPage?.StatusMsg,
            UserInfo = new UserInfoPayload { User = user, Stats = state.UserModule.Stats?.GetValueOrDefault(name) },
        };
        return detail.ToContent() is { } content ? content with { Posts = posts } : null;
    }

    private static PageContent? StatusOf(SigiPayload state)
    {
        var page = state.VideoPage ?? state.UserPage;
        return page?.StatusCode is { } status
            ? ContentConversion.Failed(status, Values.Text(page.StatusMsg), isProfile: state.VideoPage is null)
            : null;
    }
}
